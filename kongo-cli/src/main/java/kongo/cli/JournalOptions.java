package kongo.cli;

import java.nio.file.Path;
import java.util.Optional;
import kongo.host.settings.CassandraSettings;
import kongo.replay.Journal;
import kongo.replay.JournalSettings;
import picocli.CommandLine.Option;

/** The options that say where the journals are. */
final class JournalOptions {

  @Option(names = "--cassandra", paramLabel = "HOST:PORT", description = "Contact points of Cassandra (default: those of the settings, else the local Cassandra of --data).")
  private Optional<String> cassandra = Optional.empty();

  @Option(names = "--datacenter", paramLabel = "NAME", description = "Its data centre (default: that of the settings, datacenter1).")
  private Optional<String> datacenter = Optional.empty();

  @Option(names = "--keyspace", paramLabel = "NAME", description = "Keyspace of the cluster's data (default: that of the settings, kongo).")
  private Optional<String> keyspace = Optional.empty();

  @Option(names = "--driver", paramLabel = "FILE", description = "HOCON file with datastax-java-driver settings (users, TLS), as for a node.")
  private Optional<Path> driver = Optional.empty();

  boolean isGiven() {
    return cassandra.isPresent();
  }

  /** To be closed. */
  Journal open(DataOption data, SettingsOption settings) {
    CassandraSettings set = settings.node().cassandra();
    String contactPoints =
        cassandra
            .or(() -> settings.address("KONGO_CASSANDRA", set.contactPointsText()))
            .orElseGet(() -> LocalEnvironment.require(data.folder()).cassandra());
    return Journal.open(
        new JournalSettings(
            contactPoints, datacenter.orElse(set.datacenter()), keyspace.orElse(set.keyspace()), driver.or(settings::file)));
  }
}
