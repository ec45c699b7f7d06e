package kongo.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.violation.Violation;

/** Violations gathered by id. */
public final class FinalSet {

  private final SortedMap<String, Violation> byId = new TreeMap<>();

  /** @throws IllegalStateException if another violation has the id of one of these */
  public void addAll(Collection<Violation> violations) {
    violations.forEach(this::add);
  }

  private void add(Violation violation) {
    Violation same = byId.putIfAbsent(violation.id(), violation);
    // misplacements may share an id, and then everything else
    if (same != null && !same.equals(violation)) {
      throw new IllegalStateException("two violations have one id: " + same + " and " + violation);
    }
  }

  public SortedMap<String, Violation> byId() {
    return Collections.unmodifiableSortedMap(byId);
  }
}
