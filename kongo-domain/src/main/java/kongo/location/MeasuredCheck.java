package kongo.location;

import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.DeferralHint.Range;
import kongo.rules.Measured;
import kongo.rules.Rule;

/** Bounds on readings as they are. */
class MeasuredCheck extends SensorCheck {

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
    return memory.mayBreak(number, first, last, clear(band));
  }

  @Override
  boolean mayGoOn(SeriesMemory series, Band band) {
    Band clear = clear(band);
    int i = series.size() - 1;
    boolean isBetween = clear != band && clear.isBrokenBy(series.value(i));
    while (isBetween && i > 0 && series.time(i - 1) >= series.knownFrom() && !band.isBrokenBy(series.value(i))) {
      isBetween = clear.isBrokenBy(series.value(i - 1)) && series.time(i) - series.time(i - 1) <= hold();
      i--;
    }
    boolean isKnown = i == 0 && series.knownFrom() == Long.MIN_VALUE;
    return isBetween && (band.isBrokenBy(series.value(i)) || !isKnown);
  }

  /** A value in the deadband begins nothing. */
  @Override
  Range quiet(Band band, long after) {
    return new Range(after, band.lower(), band.upper());
  }
}
