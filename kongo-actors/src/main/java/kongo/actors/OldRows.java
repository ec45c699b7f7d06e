package kongo.actors;

/** Deletes what entities no longer need of what they have stored, in the background. Called on the entities' threads. */
@FunctionalInterface
public interface OldRows {

  /** Everything stays. */
  OldRows KEPT = (persistenceId, rowsBefore, snapshotsBefore) -> {};

  /**
   * Returns at once; what is not deleted now is named again when the entity has taken its next snapshot.
   *
   * @param rowsBefore sequence number: events before it are not needed, 1 or less: all are
   * @param snapshotsBefore snapshots taken at an event before this one are not needed
   */
  void notNeeded(String persistenceId, long rowsBefore, long snapshotsBefore);
}
