package kongo.host.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import kongo.host.settings.CassandraSettings;

/**
 * The statements of kongo/schema.cql for a keyspace.
 *
 * @param leaseTable safe to run from several nodes at once
 * @param otherTables to be run by one node at a time
 */
record Schema(String keyspace, String leaseTable, List<String> otherTables) {

  static final List<String> TABLES = List.of("lease", "claims", "messages", "metadata", "snapshots", "open_violations", "snapshot_segments", "rules_spread");

  private static final String LEASE_ID = "2f6b1c5e-7d0a-11ef-9c3a-4b6f6e676f31";

  static Schema of(CassandraSettings settings) {
    List<String> statements = statements(settings.keyspace());
    return new Schema(
        createKeyspace(settings.keyspace(), settings.replication()),
        statements.get(1),
        statements.subList(2, statements.size()));
  }

  private static List<String> statements(String keyspace) {
    String text =
        read().replaceAll("(?m)^--.*$", "").replace(" kongo.", " " + keyspace + ".").replace(LEASE_ID, leaseId(keyspace));
    return Arrays.stream(text.split(";")).map(String::strip).filter(statement -> !statement.isEmpty()).toList();
  }

  /** The same on every node, but another one for each keyspace: Cassandra takes an id only once. */
  private static String leaseId(String keyspace) {
    byte[] name = (keyspace + ".lease").getBytes(StandardCharsets.UTF_8);
    return keyspace.equals("kongo") ? LEASE_ID : UUID.nameUUIDFromBytes(name).toString();
  }

  private static String createKeyspace(String keyspace, Map<String, String> replication) {
    String map =
        replication.entrySet().stream()
            .map(entry -> "'%s': '%s'".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    return "CREATE KEYSPACE IF NOT EXISTS %s WITH replication = %s".formatted(keyspace, map);
  }

  private static String read() {
    try (InputStream file = Objects.requireNonNull(Schema.class.getResourceAsStream("/kongo/schema.cql"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
