package kongo.reference;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What was heard of a metric at a place, by whichever sensor.
 *
 * @param times of the readings that have a value
 * @param all those of faulty ones too
 */
record Heard(NavigableSet<Long> times, NavigableSet<Long> all) {

  static Heard of(Place place, String metric) {
    Measure value = Measure.value(place.books(), metric);
    NavigableSet<Long> all = new TreeSet<>();
    NavigableSet<Long> times = new TreeSet<>();
    place.measured().forEach((key, series) -> {
      for (int i = 0; key.metric().equals(metric) && i < series.size(); i++) {
        all.add(series.time(i));
        if (value.of(series, i).isPresent()) {
          times.add(series.time(i));
        }
      }
    });
    return new Heard(times, all);
  }
}
