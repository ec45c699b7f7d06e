package kongo.reference;

import java.util.Optional;
import kongo.goods.Stay;

/**
 * What a rule is judged over as if it was a stay: a stay or a Location's whole life, or a part of it.
 *
 * @param visit empty of a Location's life
 * @param before the one that ends where this one begins
 */
record Interval(Optional<Visit> visit, long from, long to, Terms terms, Optional<Interval> before) {

  /** The beginning of a Location's life: nothing is earlier. */
  static final long EVER = Long.MIN_VALUE;

  long wholeFrom() {
    return visit.map(v -> v.stay().from()).orElse(EVER);
  }

  long wholeTo() {
    return visit.map(v -> v.stay().to()).orElse(Stay.OPEN);
  }

  /** Whether it is of a Goods at itself. */
  boolean isOfItself() {
    return visit.isPresent() && visit.get().isAtItself();
  }

  /** As it is once time has come so far: a bound that is not the stay's counts only then. Empty if it has not begun. */
  Optional<Interval> asOf(long reached) {
    if (from != wholeFrom() && from > reached) {
      return Optional.empty();
    }
    boolean hasEnded = to == wholeTo() || to <= reached;
    return Optional.of(hasEnded ? this : new Interval(visit, from, Stay.OPEN, terms, before));
  }
}
