package kongo.host.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a node reaches Cassandra, and its keyspace.
 *
 * @param replication the map of CQL's CREATE KEYSPACE
 * @param deletions so many deletions of what is not needed any more are under way at most; 0: it stays
 */
public record CassandraSettings(
    List<HostPort> contactPoints,
    String datacenter,
    String keyspace,
    boolean createSchema,
    Map<String, String> replication,
    int deletions) {

  static CassandraSettings read(SettingReader reader) {
    reader.integer("cassandra.concurrent-requests", 1, 100_000);
    reader.integer("cassandra.queued-requests", 1, 10_000_000);
    return new CassandraSettings(
        reader.addresses("cassandra.contact-points", 1),
        reader.text("cassandra.datacenter", "[^\\s'\"]+", "the name of a data centre"),
        reader.text(
            "cassandra.keyspace", "[a-z][a-z0-9_]{0,47}", "1 to 48 lower-case letters, digits and \"_\", a letter first"),
        reader.flag("cassandra.create-schema"),
        replication(reader),
        reader.integer("cassandra.deletions", 0, 1_000));
  }

  private static Map<String, String> replication(SettingReader reader) {
    var replication = reader.texts("cassandra.replication");
    boolean wellFormed =
        replication.containsKey("class")
            && replication.entrySet().stream().allMatch(CassandraSettings::isReplicationEntry);
    if (!wellFormed) {
      reader.refuse(
          "cassandra.replication",
          "a class, and numbers of copies from 1 to 100 by replication_factor or data centre",
          replication);
    }
    return replication;
  }

  private static boolean isReplicationEntry(Map.Entry<String, String> entry) {
    String allowed = entry.getKey().equals("class") ? "[A-Za-z0-9.]+" : "[1-9][0-9]?|100";
    return entry.getKey().matches("[A-Za-z0-9._-]+") && entry.getValue().matches(allowed);
  }

  public String contactPointsText() {
    return contactPoints.stream().map(HostPort::toString).collect(Collectors.joining(","));
  }
}
