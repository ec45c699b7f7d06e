package kongo.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.typesafe.config.ConfigFactory;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kongo.actors.persisted.PersistedForm;
import org.apache.pekko.stream.connectors.cassandra.DriverConfigLoaderFromConfig;

/** The rows of a ground's journal, to plant faults in them. */
final class JournalRows implements AutoCloseable {

  private static final String KEY = "persistence_id = ? AND partition_nr = ? AND sequence_nr = ?";

  /** Names the rows of one sequence number. */
  record Key(String persistenceId, long partition, long sequenceNr) {}

  private final CqlSession session;
  private final String keyspace;
  private final String table;

  JournalRows(Ground ground) {
    String[] address = ground.contactPoint().split(":");
    keyspace = ground.keyspace();
    table = keyspace + ".messages";
    session =
        CqlSession.builder()
            .withConfigLoader(
                DriverConfigLoaderFromConfig.fromConfig(ConfigFactory.defaultReference().getConfig("datastax-java-driver")))
            .addContactPoint(new InetSocketAddress(address[0], Integer.parseInt(address[1])))
            .withLocalDatacenter("datacenter1")
            .build();
  }

  /** Rows with readings that are not the first of their journals. */
  List<Key> ofReadings() {
    return session.execute("SELECT persistence_id, partition_nr, sequence_nr, ser_manifest FROM " + table).all().stream()
        .filter(row -> row.getString("ser_manifest").startsWith(PersistedForm.READINGS_ACCEPTED.key() + "#"))
        .map(row -> new Key(row.getString(0), row.getLong(1), row.getLong(2)))
        .filter(key -> key.sequenceNr() > 1)
        .toList();
  }

  /** How many rows are there of each entity. */
  Map<String, Long> count() {
    return count("messages");
  }

  Map<String, Long> countSnapshots() {
    return count("snapshots");
  }

  private Map<String, Long> count(String of) {
    String all = "SELECT persistence_id FROM %s.%s".formatted(keyspace, of);
    return session.execute(all).all().stream().collect(groupingBy(row -> row.getString(0), TreeMap::new, counting()));
  }

  /** Number of the last row of each entity. */
  Map<String, Long> last() {
    String all = "SELECT persistence_id, sequence_nr FROM " + table;
    return session.execute(all).all().stream()
        .collect(toMap(row -> row.getString(0), row -> row.getLong(1), Math::max, TreeMap::new));
  }

  void delete(Key key) {
    session.execute("DELETE FROM " + table + " WHERE " + KEY, key.persistenceId(), key.partition(), key.sequenceNr());
  }

  /** Writes a row again, as another incarnation of the entity. */
  void writeAgain(Key key) {
    Row row = row(key);
    session.execute(
        "INSERT INTO " + table + " (persistence_id, partition_nr, sequence_nr, timestamp, writer_uuid, ser_id, ser_manifest, event)"
            + " VALUES (?, ?, ?, now(), 'another', ?, ?, ?)",
        key.persistenceId(), key.partition(), key.sequenceNr(), row.getInt("ser_id"), row.getString("ser_manifest"),
        row.getByteBuffer("event"));
  }

  void spoil(Key key) {
    session.execute(
        "UPDATE " + table + " SET event = 0x00 WHERE " + KEY + " AND timestamp = ?",
        key.persistenceId(), key.partition(), key.sequenceNr(), row(key).getUuid("timestamp"));
  }

  private Row row(Key key) {
    return session.execute(
            "SELECT * FROM " + table + " WHERE " + KEY, key.persistenceId(), key.partition(), key.sequenceNr())
        .one();
  }

  @Override
  public void close() {
    session.close();
  }
}
