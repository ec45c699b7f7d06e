package kongo.reference;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sections 5 to 7 for what sensors measure, and for what follows from it. */
record SensorSight(SortedMap<String, Series> bySensor, long clock, long holdMillis, Measure measure) implements Sight {

  static SensorSight of(Place place, String metric, long holdMillis, Measure measure) {
    SortedMap<String, Series> bySensor = new TreeMap<>();
    place.measured().forEach((key, series) -> {
      if (key.metric().equals(metric)) {
        bySensor.put(key.sensor(), series);
      }
    });
    return new SensorSight(bySensor, place.clock(), holdMillis, measure);
  }

  @Override
  public Set<String> sensors() {
    return bySensor.keySet();
  }

  /** A reading of the series says as well how far time has come. */
  @Override
  public long reached(String sensor) {
    Series series = bySensor.get(sensor);
    return series.size() == 0 ? clock : Math.max(clock, series.time(series.size() - 1));
  }

  @Override
  public Seen seen(String sensor, Interval interval, boolean howeverOld) {
    return new SeenMeasured(bySensor.get(sensor), measure, holdMillis, interval).seen(howeverOld);
  }

  @Override
  public List<String> others(long from, String subject) {
    return List.of();
  }
}
