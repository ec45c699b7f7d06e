package kongo.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sections 5 to 7 for what follows from who is at a place. */
record PresenceSight(StepFunction level, long clock, Optional<Carriers> named) implements Sight {

  @Override
  public Set<String> sensors() {
    return Set.of("");
  }

  @Override
  public long reached(String sensor) {
    return clock;
  }

  @Override
  public Seen seen(String sensor, Interval interval, boolean howeverOld) {
    return level.seenIn(interval);
  }

  @Override
  public List<String> others(long from, String subject) {
    return named.map(carriers -> carriers.others(from, subject)).orElse(List.of());
  }
}
