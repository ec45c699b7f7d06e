package kongo.cli;

import java.nio.file.Path;
import java.util.Optional;
import kongo.replay.Journal;
import kongo.replay.JournalSettings;
import picocli.CommandLine.Option;

/** The options that say where the journals are. */
final class JournalOptions {

  @Option(names = "--cassandra", paramLabel = "HOST:PORT", description = "Contact points of Cassandra (default: the local Cassandra of --data).")
  private Optional<String> cassandra = Optional.empty();

  @Option(names = "--datacenter", paramLabel = "NAME", defaultValue = "datacenter1", description = "Its data centre (default: ${DEFAULT-VALUE}).")
  private String datacenter;

  @Option(names = "--keyspace", paramLabel = "NAME", defaultValue = "kongo", description = "Keyspace of the cluster's data (default: ${DEFAULT-VALUE}).")
  private String keyspace;

  @Option(names = "--driver", paramLabel = "FILE", description = "HOCON file with datastax-java-driver settings (users, TLS), as for a node.")
  private Optional<Path> driver = Optional.empty();

  boolean isGiven() {
    return cassandra.isPresent();
  }

  /** To be closed. */
  Journal open(DataOption data) {
    String contactPoints = cassandra.orElseGet(() -> LocalEnvironment.require(data.folder()).cassandra());
    return Journal.open(new JournalSettings(contactPoints, datacenter, keyspace, driver));
  }
}
