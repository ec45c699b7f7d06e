package kongo.location;

import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.DeferralHint.Range;
import kongo.rules.Measured;
import kongo.rules.Rule;

/** Bounds on readings as they are. */
final class MeasuredCheck extends SensorCheck {

  MeasuredCheck(Rule rule, Measured condition) {
    super(rule, condition.bounds(), condition.metric(), condition.holdMillis());
  }

  @Override
  Values values(Values readings) {
    return readings;
  }

  @Override
  long lastChanged(Values before, long last) {
    return last;
  }

  @Override
  int readingsOfValue() {
    return 1;
  }

  @Override
  boolean mayBreak(ReadingMemory memory, int number, long first, long last, Band band) {
    return memory.mayBreak(number, first, last, band);
  }

  @Override
  Range quiet(Band band, long after) {
    return new Range(after, band.lower(), band.upper());
  }
}
