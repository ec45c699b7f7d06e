package kongo.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.List;
import java.util.UUID;
import kongo.host.NodeConfigs;
import kongo.host.settings.CassandraSettings;
import kongo.host.settings.NodeConfig;
import kongo.host.store.CassandraConnection;
import kongo.host.store.SchemaCreation;
import kongo.journal.Deletions.Deletion;
import kongo.journal.OldRowsInCassandra.Deleted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Partitions of four events, of which the first are kept. */
@Timeout(360)
class JournalDeletesIT {

  private static final NodeConfig NODE = NodeConfigs.atSharedStores("");
  private static final CassandraSettings SETTINGS = NODE.settings().cassandra();
  private static final String KEYSPACE = SETTINGS.keyspace();
  private static CqlSession session;

  private final String id = "truck-" + UUID.randomUUID();
  private final JournalDeletes deletes =
      new JournalDeletes(
          session,
          new JournalConfig(
              "", KEYSPACE + ".messages", KEYSPACE + ".metadata", KEYSPACE + ".snapshots", KEYSPACE + ".snapshot_segments", 4, "", "", 1));

  @BeforeAll
  static void start() {
    session = CassandraConnection.await(NODE.config(), SETTINGS);
    new SchemaCreation(session, SETTINGS).ensure();
  }

  @AfterAll
  static void stop() {
    session.execute("DROP KEYSPACE IF EXISTS " + KEYSPACE);
    session.close();
  }

  @Test
  void deletesOverAllPartitionsButForTheFirstRows() {
    rows(14);

    Deleted deleted = delete(11, 0);

    assertThat(rowsLeft()).containsExactly(1L, 2L, 3L, 4L, 11L, 12L, 13L, 14L);
    assertThat(deleted.rows()).isEqualTo(6);
    assertThat(deletedTo()).isEqualTo(10);
  }

  @Test
  void nothingIsDeletedOfWhatIsKeptFirst() {
    rows(6);

    assertThat(delete(5, 0).rows()).isZero();

    assertThat(rowsLeft()).hasSize(6);
    assertThat(deletedTo()).isZero();
  }

  @Test
  void goesOnWhereTheLastDeletionEndedAndLeavesNothingOut() {
    rows(14);
    // A deletion that came as far as to say that it would.
    session.execute("INSERT INTO %s.metadata (persistence_id, deleted_to) VALUES (?, ?)".formatted(KEYSPACE), id, 8L);
    delete(6, 0);
    assertThat(rowsLeft()).as("no second deletion goes back").hasSize(14);

    delete(12, 0);

    assertThat(rowsLeft()).containsExactly(1L, 2L, 3L, 4L, 12L, 13L, 14L);
  }

  @Test
  void supersededSnapshotsGo() {
    for (long number : List.of(3L, 6L, 9L, 12L)) {
      session.execute("INSERT INTO %s.snapshots (persistence_id, sequence_nr, timestamp) VALUES (?, ?, 1)".formatted(KEYSPACE), id, number);
      session.execute(
          "INSERT INTO %s.snapshot_segments (persistence_id, sequence_nr, segment, segments) VALUES (?, ?, 0, 1)".formatted(KEYSPACE), id, number);
    }

    delete(0, 9);

    assertThat(numbers("snapshots")).containsExactly(9L, 12L);
    assertThat(numbers("snapshot_segments")).containsExactly(9L, 12L);
  }

  private Deleted delete(long rowsBefore, long snapshotsBefore) {
    return deletes.delete(new Deletion(id, rowsBefore, snapshotsBefore)).toCompletableFuture().join();
  }

  private void rows(int count) {
    for (long number = 1; number <= count; number++) {
      session.execute(
          "INSERT INTO %s.messages (persistence_id, partition_nr, sequence_nr, timestamp) VALUES (?, ?, ?, now())".formatted(KEYSPACE),
          id, (number - 1) / 4, number);
    }
  }

  private List<Long> rowsLeft() {
    return numbers("messages");
  }

  private List<Long> numbers(String table) {
    String all = "SELECT sequence_nr FROM %s.%s WHERE persistence_id = ? ALLOW FILTERING".formatted(KEYSPACE, table);
    return session.execute(all, id).all().stream().map(row -> row.getLong(0)).sorted().toList();
  }

  private long deletedTo() {
    var row = session.execute("SELECT deleted_to FROM %s.metadata WHERE persistence_id = ?".formatted(KEYSPACE), id).one();
    return row == null ? 0 : row.getLong(0);
  }
}
