package kongo.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kongo.reference.Horizons;
import kongo.reference.LateBeginnings;
import kongo.reference.SmallWorld;
import kongo.violation.Violation;

/**
 * Whether the entities of a cluster close their books, and what of the violations is compared then.
 *
 * @param keptMillis how long before the newest event they are kept open
 * @param horizons empty: for ever
 */
record ClosedBooks(long keptMillis, Optional<Horizons> horizons) {

  static final ClosedBooks NEVER = new ClosedBooks(Long.MAX_VALUE, Optional.empty());

  /** As soon as no event can change what they say. */
  static ClosedBooks of(SmallWorld world) {
    return new ClosedBooks(
        world.retention().toMillis(), Optional.of(new Horizons(world.acceptance().accepted(), world.retention())));
  }

  /** What is compared of the violations, by id. */
  Map<String, String> compared(Collection<Violation> violations) {
    Map<String, String> compared = new TreeMap<>();
    violations.stream()
        .filter(this::beganSince)
        .forEach(one -> compared.put(one.id(), Published.compared(one)));
    return compared;
  }

  /** The same where every record comes in the order of event time. */
  Map<String, String> comparedInOrder(Collection<Violation> violations) {
    Map<String, String> compared = new TreeMap<>();
    violations.stream()
        .filter(one -> horizons.map(known -> known.reaches(one)).orElse(true))
        .forEach(one -> compared.put(one.id(), Published.compared(one)));
    return compared;
  }

  /** As {@link #comparedInOrder}, but of what began before the books were closed only whom it is about, and its end. */
  Map<String, String> comparedByReach(Collection<Violation> violations) {
    Map<String, String> compared = new TreeMap<>();
    violations.stream()
        .filter(one -> horizons.map(known -> known.reaches(one)).orElse(true))
        .forEach(one -> compared.put(reach(one), beganSince(one) ? Published.compared(one) : one.status().name()));
    return compared;
  }

  /**
   * Those of which it cannot be told that they began before the horizon: what a place hears of only after it closed its
   * books is judged from what is kept, and may begin later than it did (section 9).
   *
   * @param expected what the reference says
   */
  Collection<Violation> withoutLateBeginnings(Collection<Violation> published, Collection<Violation> expected) {
    return horizons.map(known -> {
      LateBeginnings late = new LateBeginnings(known, expected);
      return published.stream().filter(one -> !late.has(one)).toList();
    }).orElseGet(() -> List.copyOf(published));
  }

  private boolean beganSince(Violation one) {
    return horizons.map(known -> known.beganSince(one)).orElse(true);
  }

  /** Its id with the end in place of the beginning, unless it began since. */
  private String reach(Violation one) {
    return beganSince(one) ? one.id() : one.id().substring(0, one.id().lastIndexOf('/')) + "/.." + one.to();
  }
}
