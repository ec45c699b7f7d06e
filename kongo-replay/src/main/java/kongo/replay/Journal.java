package kongo.replay;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.protocol.internal.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kongo.spread.Lap;
import kongo.spread.Spreading;

/** The journals of all entities in one keyspace, read from Cassandra's tables; safe for several threads. */
public final class Journal implements Rows, AutoCloseable {

  /** So many slices of the token ring are asked for one after the other, so that no question takes long. */
  private static final int SLICES = 64;

  private final CqlSession session;
  private final Pages pages;
  private final String keyspace;
  private final PreparedStatement slice;
  private final PreparedStatement partition;
  private final PreparedStatement count;
  private final PreparedStatement newestSnapshot;
  private final PreparedStatement segments;
  private final PreparedStatement deletedTo;

  private Journal(CqlSession session, String keyspace) {
    this.session = session;
    this.pages = new Pages(session);
    this.keyspace = keyspace;
    this.slice =
        session.prepare(
            ("SELECT DISTINCT persistence_id, partition_nr FROM %s.messages WHERE token(persistence_id, partition_nr) >= ?"
                    + " AND token(persistence_id, partition_nr) <= ?").formatted(keyspace));
    this.partition =
        session.prepare(
            ("SELECT sequence_nr, writer_uuid, ser_id, ser_manifest, event FROM %s.messages"
                    + " WHERE persistence_id = ? AND partition_nr = ?").formatted(keyspace));
    this.count =
        session.prepare("SELECT COUNT(*) FROM %s.messages WHERE persistence_id = ? AND partition_nr = ?".formatted(keyspace));
    this.newestSnapshot =
        session.prepare(
            ("SELECT sequence_nr, ser_id, ser_manifest, snapshot_data FROM %s.snapshots"
                    + " WHERE persistence_id = ? LIMIT 1").formatted(keyspace));
    this.segments =
        session.prepare("SELECT bytes FROM %s.snapshot_segments WHERE persistence_id = ? AND sequence_nr = ?".formatted(keyspace));
    this.deletedTo = session.prepare("SELECT deleted_to FROM %s.metadata WHERE persistence_id = ?".formatted(keyspace));
  }

  /** @throws JournalUnreachable if Cassandra does not answer, or the keyspace has no journal */
  public static Journal open(JournalSettings settings) {
    CqlSession session = JournalConnection.open(settings);
    try {
      return new Journal(session, settings.keyspace());
    } catch (DriverException problem) {
      session.close();
      throw new JournalUnreachable("Keyspace %s: %s".formatted(settings.keyspace(), problem.getMessage()), problem);
    }
  }

  /** How many Locations have a journal. */
  public long locations() {
    return ids().stream().filter(id -> id.type().equals(JournalId.LOCATION)).count();
  }

  @Override
  public List<JournalId> ids() {
    SortedMap<String, Long> last = new TreeMap<>();
    for (int i = 0; i < SLICES; i++) {
      // the driver makes page-size rows of a page; a key is small
      BoundStatement keys = slice.bind(start(i), start(i + 1) - 1).setPageSize(5_000);
      pages.forEach(keys, row -> last.merge(row.getString(0), row.getLong(1), Math::max));
    }
    Map<String, Long> deleted = deleted();
    List<JournalId> ids = new ArrayList<>();
    last.forEach((id, number) -> ids.add(new JournalId(id, number, deleted.getOrDefault(id, 0L))));
    return ids;
  }

  /** Of the entities of which rows were deleted, up to which one. */
  private Map<String, Long> deleted() {
    Map<String, Long> deleted = new HashMap<>();
    pages.forEach(
        session.prepare("SELECT persistence_id, deleted_to FROM %s.metadata".formatted(keyspace)).bind().setPageSize(5_000),
        row -> deleted.put(row.getString(0), row.getLong(1)));
    return deleted;
  }

  /** Where a slice begins; the token that is the least long is no partition's. */
  private static long start(int slice) {
    return Long.MIN_VALUE + slice * (Long.MAX_VALUE / SLICES + 1) * 2;
  }

  @Override
  public void rows(JournalId id, Consumer<JournalRow> action) {
    for (long number = 0; number <= id.lastPartition(); number++) {
      pages.forEach(partition.bind(id.persistenceId(), number), row -> action.accept(row(row)));
    }
  }

  private static JournalRow row(Row row) {
    return new JournalRow(row.getLong(0), row.getString(1), row.getInt(2), row.getString(3), row.getByteBuffer(4));
  }

  /** All snapshots that are kept; one in segments has a row for each. */
  public Volume snapshots() {
    SortedMap<String, Volume.Counter> counters = new TreeMap<>();
    count("SELECT persistence_id, sequence_nr, ser_manifest, snapshot_data FROM %s.snapshots", counters);
    count("SELECT persistence_id, sequence_nr, (text) 'segment', bytes FROM %s.snapshot_segments", counters);
    return counters.values().stream().map(Volume.Counter::total).reduce(Volume.NONE, Volume::plus);
  }

  /** One row at a time may be large. */
  private void count(String select, SortedMap<String, Volume.Counter> counters) {
    SimpleStatement all = SimpleStatement.newInstance(select.formatted(keyspace)).setPageSize(2);
    pages.forEach(all, row -> counters.computeIfAbsent(row.getString(0), Volume.Counter::new)
        .row(row.getLong(1), row.getString(2), row.getByteBuffer(3).remaining()));
  }

  /** How many rows the journal of each of these entities has; 0 where there is none. */
  public SortedMap<String, Long> rowsOf(Collection<String> persistenceIds) {
    SortedMap<String, Long> rows = new TreeMap<>();
    Map<String, JournalId> known = ids().stream().collect(Collectors.toMap(JournalId::persistenceId, id -> id));
    persistenceIds.forEach(id -> rows.put(id, Optional.ofNullable(known.get(id)).map(this::countRows).orElse(0L)));
    return rows;
  }

  private long countRows(JournalId id) {
    AtomicLong rows = new AtomicLong();
    for (long number = 0; number <= id.lastPartition(); number++) {
      pages.forEach(count.bind(id.persistenceId(), number), row -> rows.addAndGet(row.getLong(0)));
    }
    return rows.get();
  }

  @Override
  public Optional<JournalRow> snapshot(JournalId id) {
    List<JournalRow> found = new ArrayList<>();
    pages.forEach(
        newestSnapshot.bind(id.persistenceId()),
        row -> found.add(snapshotRow(id, row)));
    return found.stream().findFirst();
  }

  /** One snapshot, in one piece also where it lies in segments. */
  private JournalRow snapshotRow(JournalId id, Row row) {
    ByteBuffer own = row.getByteBuffer(3);
    return new JournalRow(
        row.getLong(0), "", row.getInt(1), row.getString(2), own.hasRemaining() ? own : segments(id, row.getLong(0)));
  }

  private ByteBuffer segments(JournalId id, long sequenceNr) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    pages.forEach(
        segments.bind(id.persistenceId(), sequenceNr).setPageSize(2),
        row -> whole.writeBytes(Bytes.getArray(row.getByteBuffer(0))));
    return ByteBuffer.wrap(whole.toByteArray());
  }

  @Override
  public long deletedTo(JournalId id) {
    List<Long> found = new ArrayList<>();
    pages.forEach(deletedTo.bind(id.persistenceId()), row -> found.add(row.getLong(0)));
    return found.stream().findFirst().orElse(0L);
  }

  /** The hash of the rule book that the keyspace belongs to, if a node has ever claimed it. */
  public Optional<String> ruleBook() {
    return claim("rule-book");
  }

  /** The retention that the keyspace belongs to, if a node has ever claimed it. */
  public Optional<Duration> retention() {
    return claim("law.retention").map(millis -> Duration.ofMillis(Long.parseLong(millis)));
  }

  /** How far the rule books of a topic have come to the entities, if any were ever sent. */
  public Optional<Spreading> spreading(String topic) {
    List<Spreading> found = new ArrayList<>();
    pages.forEach(
        session.prepare("SELECT * FROM %s.rules_spread WHERE topic = ?".formatted(keyspace)).bind(topic),
        row -> found.add(spreading(row)));
    return found.stream().findFirst();
  }

  private static Spreading spreading(Row row) {
    Lap lap = new Lap(row.getLong("lap_begin"), row.getLong("lap_at"), row.getBoolean("lap_wrapped"));
    return new Spreading(
        row.getLong("completed"), row.getLong("target"), row.getBoolean("goods"), lap, row.getLong("done"),
        new TreeMap<>(row.getMap("failed", String.class, String.class)), row.getLong("read_to"));
  }

  /** Of the input topics, as the newest node has claimed it. */
  public int epoch() {
    return claim("epoch").map(Integer::parseInt).orElse(0);
  }

  /**
   * The epochs in which an input topic was the one that it is now: between them it got more partitions. Earlier ones had
   * another topic of that name.
   */
  public Set<Integer> epochsOf(String topic) {
    int now = epoch();
    Optional<String> id = topicId(topic, now);
    return IntStream.rangeClosed(0, now)
        .filter(epoch -> epoch == now || id.isPresent() && id.equals(topicId(topic, epoch)))
        .boxed()
        .collect(Collectors.toSet());
  }

  /** As the claim ends with it. */
  private Optional<String> topicId(String topic, int epoch) {
    return claim("topic/%d/%s".formatted(epoch, topic)).map(claim -> claim.substring(claim.lastIndexOf(' ') + 1));
  }

  private Optional<String> claim(String name) {
    List<String> found = new ArrayList<>();
    pages.forEach(
        session.prepare("SELECT value FROM %s.claims WHERE name = ?".formatted(keyspace)).bind(name),
        row -> found.add(row.getString(0)));
    return found.stream().findFirst();
  }

  @Override
  public void close() {
    session.close();
  }
}
