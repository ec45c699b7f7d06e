package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long something is shown: its time begins with the first record, not while a simulator still starts. */
final class RunTime {

  private final Duration length;
  private final long before;
  private Optional<Instant> begin = Optional.empty();

  /** @param before input records that were there already */
  RunTime(Duration length, long before) {
    this.length = length;
    this.before = before;
  }

  /** @param records input records that are there now */
  void seen(long records, Instant now) {
    if (begin.isEmpty() && records > before) {
      begin = Optional.of(now);
    }
  }

  boolean hasBegun() {
    return begin.isPresent();
  }

  boolean isOver(Instant now) {
    return begin.map(first -> !now.isBefore(first.plus(length))).orElse(false);
  }
}
