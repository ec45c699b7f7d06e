package kongo.reference;

import java.util.OptionalDouble;
import kongo.goods.Stay;

/** What is seen of a measured series in an interval. */
record SeenMeasured(Series series, Measure measure, long hold, Interval interval) {

  /** @param howeverOld whether the last reading before the interval counts however old it is then */
  Seen seen(boolean howeverOld) {
    int first = series.firstFrom(interval.from());
    int end = interval.to() == Stay.OPEN ? series.size() : series.firstFrom(interval.to());
    int start = isCarried(first, howeverOld) ? first - 1 : first;
    int n = end - start;
    Seen seen = new Seen(
        new long[n], new double[n], new Mark[n], new double[n], new long[n], hold, end == series.size());
    for (int i = start; i < end; i++) {
      see(seen, i - start, i);
    }
    return seen;
  }

  /** Whether the last reading before the interval still counts at its beginning. */
  private boolean isCarried(int first, boolean howeverOld) {
    boolean isMeasuredThen = first < series.size() && series.time(first) == interval.from();
    return first > 0 && !isMeasuredThen && (howeverOld || interval.from() - series.time(first - 1) < hold);
  }

  private void see(Seen seen, int to, int reading) {
    Bounds bounds = interval.terms().bounds().orElseThrow();
    OptionalDouble value = measure.of(series, reading);
    seen.measuredAt()[to] = series.time(reading);
    seen.times()[to] = Math.max(series.time(reading), interval.from());
    seen.values()[to] = value.orElse(Double.NaN);
    seen.marks()[to] = value.isPresent()
        ? bounds.mark(value.getAsDouble(), interval.terms().rule().damping().deadband())
        : Mark.CLEAR;
    seen.farOut()[to] = seen.marks()[to] == Mark.OUT ? bounds.distance(value.getAsDouble()) : 0;
  }
}
