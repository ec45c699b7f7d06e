package kongo.reference;

import java.util.OptionalDouble;

/** What a reading is judged by, empty if there is nothing to judge: then it breaks nothing. */
interface Measure {

  OptionalDouble of(Series series, int index);

  /** The value, but of a faulty one. */
  static Measure value(Books books, String metric) {
    if (!books.mayFault(metric)) {
      return (series, index) -> OptionalDouble.of(series.value(index));
    }
    return (series, index) -> books.isFaulty(metric, series.time(index), series.value(index))
        ? OptionalDouble.empty()
        : OptionalDouble.of(series.value(index));
  }

  /** The change of it since the reading before, in units per hour, if that is not more than {@code hold} milliseconds older. */
  static Measure rate(Measure value, long hold) {
    return (series, index) -> {
      if (index == 0 || series.time(index) - series.time(index - 1) > hold) {
        return OptionalDouble.empty();
      }
      OptionalDouble now = value.of(series, index);
      OptionalDouble before = value.of(series, index - 1);
      return now.isEmpty() || before.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(perHour(now.getAsDouble() - before.getAsDouble(), series.time(index) - series.time(index - 1)));
    };
  }

  private static double perHour(double change, long millis) {
    double perHour = change * 3_600_000.0 / millis;
    return Double.isInfinite(perHour) ? Math.copySign(Double.MAX_VALUE, perHour) : perHour;
  }
}
