package kongo.actors;

/** Counts the journal's bytes since the last snapshot: recovery must not read more than that. */
final class SnapshotBudget {

  private final long limit;
  private long bytes;

  SnapshotBudget(long limit) {
    this.limit = limit;
  }

  void add(long eventBytes) {
    bytes += eventBytes;
  }

  /** Whether a snapshot is due; then the count begins anew. */
  boolean isSpent() {
    if (bytes < limit) {
      return false;
    }
    bytes = 0;
    return true;
  }
}
