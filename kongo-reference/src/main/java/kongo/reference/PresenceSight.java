package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sections 5 to 7 for what follows from who is at a place. */
record PresenceSight(StepFunction level, Bounds bounds, Optional<Carriers> named) implements Sight {

  @Override
  public Map<String, Seen> seenBy(Optional<Visit> visit) {
    return Map.of("", visit.map(v -> level.seenBy(v, bounds)).orElseGet(() -> level.seenByLocation(bounds)));
  }

  @Override
  public List<String> others(long from, String subject) {
    return named.map(carriers -> carriers.others(from, subject)).orElse(List.of());
  }
}
