package kongo.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kongo.host.NodeConfigs;
import kongo.host.settings.CassandraSettings;
import kongo.host.settings.NodeConfig;
import kongo.host.store.CassandraConnection;
import kongo.host.store.SchemaCreation;
import kongo.journal.Deletions.Deletion;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryFailed;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;
import org.apache.pekko.serialization.JSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitions of four events, read in pages of three; snapshots in segments of four bytes. */
@Timeout(360)
class SingleEventJournalIT {

  private static final int NEVER = Integer.MAX_VALUE;
  private static final int SEGMENT = 4;

  private static final NodeConfig NODE =
      NodeConfigs.atSharedStores(
          """
          pekko.persistence.cassandra.journal.target-partition-size = 4
          pekko.persistence.cassandra.snapshot.short-journals = "short"
          pekko.persistence.cassandra.snapshot.segment = 4 B
          pekko.actor.serializers.fragile = "kongo.journal.SingleEventJournalIT$Fragile"
          pekko.actor.serialization-bindings { "java.lang.String" = fragile }
          datastax-java-driver.basic.request.page-size = 3
          """);
  private static final CassandraSettings SETTINGS = NODE.settings().cassandra();
  private static CqlSession session;
  private static ActorTestKit kit;

  private String id = "short-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    session = CassandraConnection.await(NODE.config(), SETTINGS);
    new SchemaCreation(session, SETTINGS).ensure();
    Config alone = ConfigFactory.parseString("pekko.actor.provider = local").withFallback(NODE.config());
    kit = ActorTestKit.create("journal", alone);
  }

  @AfterAll
  static void stop() {
    kit.shutdownTestKit();
    session.execute("DROP KEYSPACE IF EXISTS " + SETTINGS.keyspace());
    session.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 13})
  void bringsBackAllEventsInTheirOrder(int events) {
    write(events, NEVER);

    assertThat(recovered(NEVER)).isEqualTo(upTo(events));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 9})
  void bringsBackJournalsThatAreNotExpectedToBeShort(int events) {
    id = "long-" + UUID.randomUUID();
    write(events, 5);

    assertThat(recovered(5)).isEqualTo(upTo(events));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void goesOnFromTheNewestSnapshot(int every) {
    write(9, every);
    delete(1);

    assertThat(recovered(every)).isEqualTo(upTo(9));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 8, 9, 30})
  void bringsBackSnapshotsInSegments(int events) {
    id = "long-" + UUID.randomUUID();
    write(events, events);
    delete(1);

    int length = upTo(events).length();
    assertThat(segments()).isEqualTo(length <= SEGMENT ? 0 : (length - 1) / SEGMENT + 1);
    assertThat(recovered(NEVER)).isEqualTo(upTo(events));
  }

  @Test
  void takesTheSnapshotBeforeOneWithoutAllItsSegments() {
    write(9, 4);
    session.execute(
        "DELETE FROM %s.snapshot_segments WHERE persistence_id = ? AND sequence_nr = 8 AND segment = 1"
            .formatted(SETTINGS.keyspace()), id);
    delete(1);

    assertThat(recovered(NEVER)).isEqualTo(upTo(9));
  }

  @Test
  void doesNotBeginAnewWithoutTheSnapshotsOfDeletedEvents() {
    id = "long-" + UUID.randomUUID();
    write(9, NEVER);
    session.execute(
        "INSERT INTO %s.metadata (persistence_id, deleted_to) VALUES (?, 6)".formatted(SETTINGS.keyspace()), id);
    TestProbe<String> failures = kit.createTestProbe();

    kit.spawn(new Entity(id, NEVER, failures.ref()));

    assertThat(failures.receiveMessage(Duration.ofSeconds(20)))
        .contains("The snapshots of %s are missing".formatted(id)).contains("events up to 6 were deleted");
  }

  @Test
  void writesBehindWhatIsThere() {
    write(4, NEVER);
    write(4, NEVER);

    assertThat(recovered(NEVER)).isEqualTo("12341234");
    assertThat(rows()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"6, 5", "9, 4", "9, 8", "12, 4", "13, 6"})
  void goesOnWhereOldEventsWereDeleted(int events, int every) {
    for (String kind : List.of("short-", "long-")) {
      id = kind + UUID.randomUUID();
      write(events, every);
      deleteEventsBefore(events / every * every);

      assertThat(recovered(every)).as(id).isEqualTo(upTo(events));
      write(1, every);
      assertThat(recovered(every)).as("what follows in " + id).isEqualTo(upTo(events) + "1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"short-", "long-"})
  void doesNotBeginAnewWhereOldEventsWereDeletedAndSnapshotsAreMissing(String kind) {
    id = kind + UUID.randomUUID();
    write(12, 12);
    deleteEventsBefore(12);
    session.execute("DELETE FROM %s.snapshots WHERE persistence_id = ?".formatted(SETTINGS.keyspace()), id);
    TestProbe<String> failures = kit.createTestProbe();

    kit.spawn(new Entity(id, NEVER, failures.ref()));

    assertThat(failures.receiveMessage(Duration.ofSeconds(20))).contains("events up to 11 were deleted");
  }

  private void deleteEventsBefore(long number) {
    JournalConfig journal = JournalConfig.of(kit.system().classicSystem(), "pekko.persistence.cassandra.journal");
    new JournalDeletes(session, journal).delete(new Deletion(id, number, 0)).toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({"6, 3", "3, 2"})
  void saysWhichEventIsMissing(int events, int missing) {
    write(events, NEVER);
    delete(missing);
    TestProbe<String> failures = kit.createTestProbe();

    kit.spawn(new Entity(id, NEVER, failures.ref()));

    assertThat(failures.receiveMessage(Duration.ofSeconds(20)))
        .contains("Event %d of %s is missing in the journal, %d is there".formatted(missing, id, events));
  }

  @Test
  void refusesTwoEventsAtOnce() {
    TestProbe<String> probe = kit.createTestProbe();
    ActorRef<Command> entity = kit.spawn(new Entity(id, NEVER, kit.<String>createTestProbe().ref()));

    entity.tell(new Write(List.of("1", "2"), probe.ref()));

    probe.expectTerminated(entity, Duration.ofSeconds(20));
    assertThat(rows()).isZero();
  }

  @Test
  void anEventThatCannotBeWrittenEndsItsEntityAndHoldsUpNobody() {
    write(2, NEVER);
    TestProbe<String> probe = kit.createTestProbe();
    ActorRef<Command> entity = kit.spawn(new Entity(id, NEVER, kit.<String>createTestProbe().ref()));

    entity.tell(new Write(List.of(Fragile.BROKEN), probe.ref()));

    probe.expectTerminated(entity, Duration.ofSeconds(20));
    assertThat(recovered(NEVER)).isEqualTo("12");
  }

  private void delete(int number) {
    String partition = "DELETE FROM %s.messages WHERE persistence_id = ? AND partition_nr = 0".formatted(SETTINGS.keyspace());
    session.execute(partition + " AND sequence_nr = ?", id, (long) number);
  }

  private long rows() {
    String all = "SELECT count(*) FROM %s.messages WHERE persistence_id = ? ALLOW FILTERING".formatted(SETTINGS.keyspace());
    return session.execute(all, id).one().getLong(0);
  }

  private long segments() {
    String all = "SELECT count(*) FROM %s.snapshot_segments WHERE persistence_id = ?".formatted(SETTINGS.keyspace());
    return session.execute(all, id).one().getLong(0);
  }

  private void write(int events, int snapshotEvery) {
    TestProbe<String> probe = kit.createTestProbe();
    ActorRef<Command> entity = kit.spawn(new Entity(id, snapshotEvery, kit.<String>createTestProbe().ref()));
    for (int number = 1; number <= events; number++) {
      entity.tell(new Write(List.of(Integer.toString(number)), probe.ref()));
      probe.receiveMessage(Duration.ofSeconds(20));
    }
    kit.stop(entity);
  }

  private String recovered(int snapshotEvery) {
    TestProbe<String> probe = kit.createTestProbe();
    kit.spawn(new Entity(id, snapshotEvery, kit.<String>createTestProbe().ref())).tell(new Read(probe.ref()));
    return probe.receiveMessage(Duration.ofSeconds(20));
  }

  private static String upTo(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).collect(Collectors.joining());
  }

  /** Made by Pekko. */
  public static final class Fragile extends JSerializer {

    private static final String BROKEN = "broken";

    @Override
    public int identifier() {
      return 1_000_001;
    }

    @Override
    public boolean includeManifest() {
      return false;
    }

    @Override
    public byte[] toBinary(Object text) {
      if (text.equals(BROKEN)) {
        throw new IllegalArgumentException("cannot be written");
      }
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object fromBinaryJava(byte[] bytes, Class<?> manifest) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private sealed interface Command {}

  private record Write(List<String> events, ActorRef<String> replyTo) implements Command {}

  private record Read(ActorRef<String> replyTo) implements Command {}

  /** Strings together what it was told. */
  private static final class Entity extends EventSourcedBehavior<Command, String, String> {

    private final int snapshotEvery;
    private final ActorRef<String> failures;

    Entity(String id, int snapshotEvery, ActorRef<String> failures) {
      super(PersistenceId.ofUniqueId(id));
      this.snapshotEvery = snapshotEvery;
      this.failures = failures;
    }

    @Override
    public String emptyState() {
      return "";
    }

    @Override
    public CommandHandler<Command, String, String> commandHandler() {
      return newCommandHandlerBuilder()
          .forAnyState()
          .onCommand(
              Write.class,
              (state, write) ->
                  Effect().persist(write.events()).thenRun(written -> write.replyTo().tell(written)))
          .onCommand(Read.class, (state, read) -> Effect().none().thenRun(same -> read.replyTo().tell(same)))
          .build();
    }

    @Override
    public EventHandler<String, String> eventHandler() {
      return String::concat;
    }

    @Override
    public boolean shouldSnapshot(String state, String event, long number) {
      return number % snapshotEvery == 0;
    }

    @Override
    public SignalHandler<String> signalHandler() {
      return newSignalHandlerBuilder()
          .onSignal(RecoveryFailed.class, (state, failed) -> failures.tell(failed.getFailure().getMessage()))
          .build();
    }
  }
}
