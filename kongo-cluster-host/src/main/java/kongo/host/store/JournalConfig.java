package kongo.host.store;

import com.typesafe.config.Config;
import org.apache.pekko.actor.ActorSystem;

/**
 * What the journal's plugin is told of its table.
 *
 * @param plugin path of the configuration that journal and snapshot store share
 * @param table with its keyspace
 * @param partitionSize so many events lie in a partition
 * @param readProfile of the driver
 * @param writeProfile of the driver
 * @param largestEvent in bytes, as it is written
 */
record JournalConfig(
    String plugin, String table, long partitionSize, String readProfile, String writeProfile, long largestEvent) {

  /** @param path of the configuration of the journal or of its snapshot store */
  static JournalConfig of(ActorSystem system, String path) {
    String plugin = path.substring(0, path.lastIndexOf('.'));
    Config shared = system.settings().config().getConfig(plugin);
    Config journal = shared.getConfig("journal").withFallback(shared);
    return new JournalConfig(
        plugin,
        journal.getString("keyspace") + "." + journal.getString("table"),
        journal.getLong("target-partition-size"),
        journal.getString("read-profile"),
        journal.getString("write-profile"),
        journal.getBytes("largest-event"));
  }

  /** The partition in which the event with this number lies. */
  long partition(long sequenceNr) {
    return (sequenceNr - 1) / partitionSize;
  }
}
