package kongo.actors;

import kongo.entity.Machine;

/**
 * When an entity takes a snapshot, and what it does not need any more when it has taken one: what lies before the
 * snapshot before that. One may turn out to be unreadable. One for each life of an entity, used on its thread.
 */
final class Snapshots {

  private final String persistenceId;
  private final EntityEnvironment environment;
  private long bytes;
  private long newest;

  Snapshots(String persistenceId, EntityEnvironment environment) {
    this.persistenceId = persistenceId;
    this.environment = environment;
  }

  /** The entity comes back from the snapshot that was taken at this event. */
  void cameBackFrom(long sequenceNr) {
    newest = sequenceNr;
  }

  /** An event was journaled, or read at a recovery: a recovery must not read much more than is allowed. */
  void add(long eventBytes) {
    bytes += eventBytes;
  }

  /** Whether a snapshot is due at this event; then the count of bytes begins anew. */
  boolean isDue(long sequenceNr) {
    EntitySettings settings = environment.settings();
    boolean due = bytes >= settings.snapshotEveryBytes() || sequenceNr % settings.snapshotEveryEvents() == 0;
    bytes = due ? 0 : bytes;
    return due;
  }

  /** A snapshot is stored. */
  void stored(long sequenceNr, Machine<?, ?, ?> state) {
    long before = newest;
    newest = sequenceNr;
    // A state that has gone on may hold an event that is not durable yet.
    if (before > 0 && state.version() == sequenceNr) {
      environment.oldRows().notNeeded(persistenceId, Math.min(before, state.firstRowNeeded()), before);
    }
  }
}
