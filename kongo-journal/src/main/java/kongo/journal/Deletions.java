package kongo.journal;

import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which deletions wait, and which are under way: one for each entity, so many at once as the credit allows. A state
 * machine without I/O and clock; not thread-safe.
 */
final class Deletions {

  /** What is not needed of one entity. */
  record Deletion(String persistenceId, long rowsBefore, long snapshotsBefore) {

    Deletion and(Deletion other) {
      return new Deletion(
          persistenceId, Math.max(rowsBefore, other.rowsBefore), Math.max(snapshotsBefore, other.snapshotsBefore));
    }
  }

  private final DeletionCredit credit;
  private final int mostWaiting;
  private final Map<String, Deletion> waiting = new LinkedHashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private boolean paused;

  /** @param mostWaiting what is more is forgotten: its entity names it again */
  Deletions(DeletionCredit credit, int mostWaiting) {
    this.credit = credit;
    this.mostWaiting = mostWaiting;
  }

  int waiting() {
    return waiting.size();
  }

  void add(Deletion deletion) {
    if (waiting.size() < mostWaiting || waiting.containsKey(deletion.persistenceId())) {
      waiting.merge(deletion.persistenceId(), deletion, Deletion::and);
    }
  }

  /** The next one to begin, if one may. */
  Optional<Deletion> next() {
    if (paused || underWay.size() >= credit.allowed()) {
      return Optional.empty();
    }
    for (Iterator<Deletion> all = waiting.values().iterator(); all.hasNext(); ) {
      Deletion one = all.next();
      if (underWay.add(one.persistenceId())) {
        all.remove();
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** @param step the longest that one of its requests took */
  void done(Deletion deletion, Duration step) {
    underWay.remove(deletion.persistenceId());
    credit.took(step);
  }

  /**
   * It is forgotten: its entity names it again.
   *
   * @return after which time to {@link #goOn}; until then none begins. Empty: that is known already
   */
  Optional<Duration> failed(Deletion deletion) {
    underWay.remove(deletion.persistenceId());
    if (paused) {
      return Optional.empty();
    }
    credit.failed();
    paused = true;
    return Optional.of(credit.pause());
  }

  void goOn() {
    paused = false;
  }
}
