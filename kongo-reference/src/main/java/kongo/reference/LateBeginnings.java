package kongo.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kongo.violation.Violation;

/**
 * Section 9: what began before the horizon and goes on beyond it, but was heard of only after the books were closed, is
 * judged from what is kept, so that it may begin later than it did: it is no other violation then.
 */
public final class LateBeginnings {

  private final Map<List<Object>, List<Violation>> older = new HashMap<>();

  /** @param expected everything that this page says */
  public LateBeginnings(Horizons horizons, Collection<Violation> expected) {
    expected.stream().filter(one -> !horizons.beganSince(one)).forEach(one ->
        older.computeIfAbsent(about(one), first -> new ArrayList<>()).add(one));
  }

  /** Whether one that was published is what is left of one that began before the horizon. */
  public boolean has(Violation published) {
    return older.getOrDefault(about(published), List.of()).stream().anyMatch(one ->
        one.from() < published.from() && (one.to() == null || one.to() > published.from()));
  }

  private static List<Object> about(Violation one) {
    return Arrays.asList(one.goods(), one.rule(), one.location(), one.sensor());
  }
}
