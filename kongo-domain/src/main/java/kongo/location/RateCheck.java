package kongo.location;

import kongo.excursion.Band;
import kongo.excursion.Rates;
import kongo.excursion.Values;
import kongo.location.DeferralHint.Range;
import kongo.rules.Rate;
import kongo.rules.Rule;

/** Bounds on how fast readings change. */
class RateCheck extends SensorCheck {

  RateCheck(Rule rule, Rate condition) {
    super(rule, condition.bounds(), condition.of(), condition.holdMillis());
  }

  @Override
  Values values(Values readings) {
    return new Rates(readings, hold());
  }

  /** The rate of the reading after the last one is since that one now. */
  @Override
  long lastChanged(Values before, long last) {
    long next = before.after(last, last > Long.MAX_VALUE - hold() ? Long.MAX_VALUE : last + hold());
    return next == Values.NONE ? last : next;
  }

  @Override
  int readingsOfValue() {
    return 2;
  }

  @Override
  boolean mayBreak(ReadingMemory memory, int number, long first, long last, Band band) {
    return memory.anyBefore(number, last + 1) >= first;
  }

  /** It does not matter: nothing is quiet. */
  @Override
  boolean mayGoOn(SeriesMemory series, Band band) {
    return false;
  }

  /** None: whether a reading breaks a rate depends on the one before it, which may be waiting, too. */
  @Override
  Range quiet(Band band, long after) {
    return Range.NOTHING;
  }
}
