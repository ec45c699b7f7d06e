package kongo.journal;

import com.typesafe.config.Config;
import org.apache.pekko.actor.ActorSystem;

/**
 * What the journal's plugin is told of its table.
 *
 * @param plugin path of the configuration that journal and snapshot store share
 * @param table with its keyspace
 * @param metadata table of the journal's notes, with its keyspace
 * @param snapshots table of the snapshots, with its keyspace
 * @param segments table of the segments of large snapshots, with its keyspace
 * @param partitionSize so many events lie in a partition
 * @param readProfile of the driver
 * @param writeProfile of the driver
 * @param largestEvent in bytes, as it is written
 */
record JournalConfig(
    String plugin, String table, String metadata, String snapshots, String segments, long partitionSize,
    String readProfile, String writeProfile, long largestEvent) {

  /** A journal of so many events at most is read at once, and no snapshot is looked for. */
  private static final int FEW = 32;

  /** @param path of the configuration of the journal or of its snapshot store */
  static JournalConfig of(ActorSystem system, String path) {
    String plugin = path.substring(0, path.lastIndexOf('.'));
    Config shared = system.settings().config().getConfig(plugin);
    Config journal = shared.getConfig("journal").withFallback(shared);
    Config snapshot = shared.getConfig("snapshot").withFallback(shared);
    return new JournalConfig(
        plugin,
        journal.getString("keyspace") + "." + journal.getString("table"),
        journal.getString("keyspace") + "." + journal.getString("metadata-table"),
        snapshot.getString("keyspace") + "." + snapshot.getString("table"),
        snapshot.getString("keyspace") + ".snapshot_segments",
        journal.getLong("target-partition-size"),
        journal.getString("read-profile"),
        journal.getString("write-profile"),
        journal.getBytes("largest-event"));
  }

  /** Of so many events none is saved by a snapshot; fewer than fit in a partition. */
  int few() {
    return (int) Math.min(FEW, partitionSize - 1);
  }

  /**
   * So many events from the first on are never deleted, all in the first partition: by them a recovery that reads a
   * few first sees that there are more.
   */
  long keptFirst() {
    return few() + 1L;
  }

  /** The partition in which the event with this number lies. */
  long partition(long sequenceNr) {
    return (sequenceNr - 1) / partitionSize;
  }
}
