package kongo.location;

import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.Harmless.Range;
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
  Range quiet(Band band, long after) {
    return new Range(after, band.lower(), band.upper());
  }
}
