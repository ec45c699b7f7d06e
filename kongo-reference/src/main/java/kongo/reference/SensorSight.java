package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kongo.goods.Stay;

/** Sections 5 to 7 for what sensors measure, and for what follows from it. */
record SensorSight(Place place, String metric, long holdMillis, Measure measure, Bounds bounds) implements Sight {

  @Override
  public Map<String, Seen> seenBy(Optional<Visit> visit) {
    long from = visit.map(v -> v.stay().from()).orElse(Long.MIN_VALUE);
    long to = visit.map(v -> v.stay().to()).orElse(Stay.OPEN);
    Map<String, Seen> seen = new TreeMap<>();
    place.measured().forEach((key, series) -> {
      if (key.metric().equals(metric)) {
        seen.put(key.sensor(), Seen.measured(series, from, to, holdMillis, measure, bounds));
      }
    });
    return seen;
  }

  @Override
  public List<String> others(long from, String subject) {
    return List.of();
  }
}
