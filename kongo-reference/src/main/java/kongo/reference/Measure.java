package kongo.reference;

import java.util.OptionalDouble;

/** What a reading is judged by, empty if there is nothing to judge: then it breaks nothing. */
interface Measure {

  Measure VALUE = (series, index) -> OptionalDouble.of(series.value(index));

  OptionalDouble of(Series series, int index);

  /** The change since the reading before, in units per hour, if that is not more than {@code hold} milliseconds older. */
  static Measure rate(long hold) {
    return (series, index) -> {
      if (index == 0 || series.time(index) - series.time(index - 1) > hold) {
        return OptionalDouble.empty();
      }
      double change = series.value(index) - series.value(index - 1);
      double perHour = change * 3_600_000.0 / (series.time(index) - series.time(index - 1));
      return OptionalDouble.of(Double.isInfinite(perHour) ? Math.copySign(Double.MAX_VALUE, perHour) : perHour);
    };
  }
}
