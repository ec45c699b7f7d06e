package kongo.reference;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Runs that are one excursion (section 7).
 *
 * @param runs in time order
 * @param to empty while it is open
 * @param outlivesHold whether the interval ended it for want of news, however old its last value is
 */
record Excursion(Seen seen, List<Seen.Run> runs, OptionalLong to, boolean outlivesHold) {

  long from() {
    return seen.times()[runs.get(0).first()];
  }

  /** Whether it began with the first value of its interval. */
  boolean beginsInterval() {
    return runs.get(0).first() == 0;
  }

  /** For how many milliseconds it has gone on as far as is known. */
  long lasted(long clock) {
    long known = Math.min(to.orElse(clock), seen.holdsUntil(runs.get(runs.size() - 1)));
    return known <= from() ? 0 : known - from();
  }

  long count() {
    return out().count();
  }

  /** The value that is farthest outside, the earliest of equals. */
  double worst(Bounds bounds) {
    return out().mapToDouble(i -> seen.values()[i])
        .reduce((worst, next) -> bounds.distance(next) > bounds.distance(worst) ? next : worst).orElseThrow();
  }

  double farOut() {
    return out().mapToDouble(i -> seen.farOut()[i]).max().orElseThrow();
  }

  private IntStream out() {
    return runs.stream().flatMapToInt(seen::out);
  }
}
