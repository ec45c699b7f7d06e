package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import kongo.entity.AcceptedReadings;
import kongo.location.DeferralHint;
import kongo.location.LocationCommand;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;
import kongo.report.Cursor;
import kongo.spread.RulesHere;
import kongo.violation.Revision;
import kongo.violation.Status;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LocationEntityTest {

  private static final Path SNAPSHOTS = Path.of("target", "snapshots", UUID.randomUUID().toString());
  private static final Config CONFIG =
      ConfigFactory.parseMap(Map.of("pekko.persistence.snapshot-store.local.dir", SNAPSHOTS.toString()))
          .withFallback(ConfigFactory.load("application-test.conf"));
  private static final ActorTestKit KIT = ActorTestKit.create("location", CONFIG);
  private static final Duration NEVER = Duration.ofHours(1);
  private static final long DAYS = Duration.ofDays(1).toMillis();

  private final RecordingPublisher publisher = new RecordingPublisher();
  private final TestProbe<Answer> probe = KIT.createTestProbe();
  private final List<ReadingsAccepted> journal = new CopyOnWriteArrayList<>();
  private final DeferralHints harmless = new DeferralHints();
  private final List<SequenceRange> read = new CopyOnWriteArrayList<>();
  private final TestProbe<Deletion> deletions = KIT.createTestProbe();
  private final OldRows oldRows =
      (id, rowsBefore, snapshotsBefore) -> deletions.ref().tell(new Deletion(id, rowsBefore, snapshotsBefore));

  private record Deletion(String id, long rowsBefore, long snapshotsBefore) {}

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private ActorRef<LocationEntity.Command> start(String id, EntitySettings settings) {
    ReadingRows rows =
        (persistenceId, ranges) -> {
          read.addAll(ranges);
          return CompletableFuture.supplyAsync(() -> rows(ranges));
        };
    RulesHere rules = new RulesHere(settings.book());
    EntityEnvironment environment = new EntityEnvironment(settings, rules, publisher, rows, WriteGuard.ALWAYS, harmless, Samples.backlogs(), oldRows, AcceptedReadings.UNCOUNTED);
    return KIT.spawn(LocationEntity.create(id, environment));
  }

  private List<ReadingsAccepted> rows(List<SequenceRange> ranges) {
    return ranges.stream()
        .flatMapToInt(range -> IntStream.rangeClosed((int) range.first(), (int) range.last()))
        .mapToObj(row -> journal.get(row - 1))
        .toList();
  }

  private ActorRef<LocationEntity.Command> startWithGoods(String id) {
    ActorRef<LocationEntity.Command> entity = start(id, Samples.settings(1_000, NEVER));
    entity.tell(new LocationEntity.Do(new LocationCommand.TakeGoods(List.of(Samples.chilledAboard("goods-1", 1, id, 0))), probe.ref()));
    probe.expectMessageClass(Answer.LocationTook.class);
    return entity;
  }

  private void tooWarm(ActorRef<LocationEntity.Command> entity, long first) {
    entity.tell(new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.temperatures(first, 5, 9)), probe.ref()));
  }

  @Test
  void answersOnlyWhenItsViolationsArePublished() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = startWithGoods("truck-order");
    publisher.hold();
    tooWarm(entity, 1);
    assertThat(publisher.next()).extracting(Revision::number).containsExactly(2L);
    probe.expectNoMessage(Duration.ofMillis(100));
    publisher.acknowledge();
    assertThat(probe.expectMessageClass(Answer.LocationTook.class).reply().refusals()).isEmpty();
  }

  @Test
  void takesTheNextCommandOnlyWhenTheViolationsOfTheLastArePublished() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = startWithGoods("truck-next");
    publisher.hold();
    tooWarm(entity, 1);
    entity.tell(new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.temperatures(10, 5)), probe.ref()));
    publisher.next();
    probe.expectNoMessage(Duration.ofMillis(100));
    assertThat(publisher.isQuiet()).isTrue();
    publisher.acknowledge();
    probe.expectMessageClass(Answer.LocationTook.class);
    probe.expectMessageClass(Answer.LocationTook.class);
    List<Revision> closed = publisher.next();
    assertThat(closed).extracting(one -> one.violation().status()).containsExactly(Status.CLOSED);
    assertThat(closed).extracting(Revision::number).containsExactly(3L);
  }

  @Test
  void triesAgainUntilTheViolationsArePublished() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = startWithGoods("truck-again");
    publisher.hold();
    tooWarm(entity, 1);
    List<Revision> first = publisher.next();
    publisher.refuseOnce();
    assertThat(publisher.next()).isEqualTo(first);
    probe.expectMessageClass(Answer.LocationTook.class);
  }

  @Test
  void asksEverybodyToComeAgainWhenACommandTakesLong() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = start("truck-long", Samples.settings(1_000, Duration.ofMillis(50)));
    entity.tell(
        new LocationEntity.Do(new LocationCommand.TakeGoods(List.of(Samples.chilledAboard("goods-1", 1, "truck-long", 0))), probe.ref()));
    probe.expectMessageClass(Answer.LocationTook.class);
    publisher.hold();
    tooWarm(entity, 1);
    publisher.next();
    TestProbe<Answer> waiting = KIT.createTestProbe();
    entity.tell(new LocationEntity.Describe(Optional.empty(), Cursor.START, waiting.ref()));
    probe.expectMessageClass(Answer.Working.class);
    waiting.expectMessageClass(Answer.Working.class);
    publisher.acknowledge();
    Answer answer;
    do {
      tooWarm(entity, 1);
      answer = probe.receiveMessage();
    } while (answer instanceof Answer.Working);
    assertThat(((Answer.LocationTook) answer).reply().duplicates()).isEqualTo(2);
  }

  @Test
  void turnsAwayWhoFindsTheQueueFull() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = startWithGoods("truck-full");
    publisher.hold();
    tooWarm(entity, 1);
    publisher.next();
    TestProbe<Answer> waiting = KIT.createTestProbe();
    for (int i = 0; i < 3; i++) {
      entity.tell(new LocationEntity.Describe(Optional.empty(), Cursor.START, waiting.ref()));
    }
    waiting.expectMessageClass(Answer.Working.class);
    publisher.acknowledge();
    waiting.expectMessageClass(Answer.LocationSeen.class);
    waiting.expectMessageClass(Answer.LocationSeen.class);
  }

  @Test
  void publishesTheEffectsOfItsLastEventAgainAfterRecovery() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = startWithGoods("truck-recovery");
    tooWarm(entity, 1);
    probe.expectMessageClass(Answer.LocationTook.class);
    List<Revision> before = publisher.next();
    KIT.stop(entity);
    publisher.hold();
    ActorRef<LocationEntity.Command> again = start("truck-recovery", Samples.settings(1_000, NEVER));
    again.tell(new LocationEntity.Describe(Optional.empty(), Cursor.START, probe.ref()));
    assertThat(publisher.next()).isEqualTo(before);
    probe.expectNoMessage(Duration.ofMillis(100));
    publisher.acknowledge();
    assertThat(probe.expectMessageClass(Answer.LocationSeen.class).report().version()).as("the journal says so").isEqualTo(3);
  }

  @Test
  void publishesNothingAgainAfterAnOrderlyStop() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = startWithGoods("truck-orderly");
    tooWarm(entity, 1);
    probe.expectMessageClass(Answer.LocationTook.class);
    publisher.next();
    entity.tell(new Stop());
    probe.expectTerminated(entity);
    ActorRef<LocationEntity.Command> again = start("truck-orderly", Samples.settings(1_000, NEVER));
    again.tell(new LocationEntity.Describe(Optional.empty(), Cursor.START, probe.ref()));
    probe.expectMessageClass(Answer.LocationSeen.class);
    assertThat(publisher.isQuiet()).isTrue();
  }

  @Test
  void stopsOnlyWhenWhatItHasInHandIsDone() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = startWithGoods("truck-busy");
    publisher.hold();
    tooWarm(entity, 1);
    publisher.next();
    entity.tell(new Stop());
    tooWarm(entity, 10);
    probe.expectMessageClass(Answer.Working.class);
    publisher.acknowledge();
    probe.expectMessageClass(Answer.LocationTook.class);
    probe.expectTerminated(entity);
  }

  @Test
  void comesBackFromASnapshotWithTheEffectsOfItsLastEvent() throws InterruptedException {
    EntitySettings settings = Samples.snapshottingAlways(Samples.settings(1_000, NEVER));
    ActorRef<LocationEntity.Command> entity = start("truck-snapshot", settings);
    entity.tell(
        new LocationEntity.Do(new LocationCommand.TakeGoods(List.of(Samples.chilledAboard("goods-1", 1, "truck-snapshot", 0))), probe.ref()));
    probe.expectMessageClass(Answer.LocationTook.class);
    tooWarm(entity, 1);
    probe.expectMessageClass(Answer.LocationTook.class);
    List<Revision> before = publisher.next();
    probe.awaitAssert(() -> {
      assertThat(SNAPSHOTS.toFile().list()).anyMatch(name -> name.contains("truck-snapshot-2-"));
      return true;
    });
    KIT.stop(entity);
    ActorRef<LocationEntity.Command> again = start("truck-snapshot", settings);
    again.tell(new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.temperatures(1, 5, 9, 5)), probe.ref()));
    assertThat(publisher.next()).isEqualTo(before);
    assertThat(probe.expectMessageClass(Answer.LocationTook.class).reply().duplicates()).isEqualTo(2);
    assertThat(publisher.next()).extracting(one -> one.violation().status()).containsExactly(Status.CLOSED);
  }

  @Test
  void whatLiesBeforeTheSnapshotBeforeTheNewestIsNotNeeded() {
    String id = "truck-old";
    EntitySettings settings = Samples.snapshottingAlways(Samples.settings(1_000, NEVER));
    ActorRef<LocationEntity.Command> entity = start(id, settings);
    takes(entity, 0, 1);
    takes(entity, DAYS * 100, 2);
    deletions.expectMessage(new Deletion("Location|" + id, 1, 1));
    takes(entity, DAYS * 200, 3);
    deletions.expectMessage(new Deletion("Location|" + id, 1, 2));
    takes(entity, DAYS * 300, 4);
    deletions.expectMessage(new Deletion("Location|" + id, 2, 3));
    KIT.stop(entity);

    takes(start(id, settings), DAYS * 300 + 1, 5);

    deletions.expectMessage(new Deletion("Location|" + id, 3, 4));
  }

  private void takes(ActorRef<LocationEntity.Command> entity, long time, long offset) {
    entity.tell(new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.temperature(time, offset, 5)), probe.ref()));
    probe.expectMessageClass(Answer.LocationTook.class);
  }

  @Test
  void failsWhoAsksWhatItCannotTakeAndGoesOnFromItsJournal() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = startWithGoods("truck-poison");
    entity.tell(new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.poison(1)), probe.ref()));
    Answer.Failed failed = probe.expectMessageClass(Answer.Failed.class);
    entity.tell(new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.poison(1)), probe.ref()));
    assertThat(probe.expectMessageClass(Answer.Failed.class)).isEqualTo(failed);
    tooWarm(entity, 2);
    probe.expectMessageClass(Answer.LocationTook.class);
    assertThat(publisher.next()).extracting(Revision::number).containsExactly(2L);
  }

  @Test
  void readsOlderReadingsFromItsJournal() throws InterruptedException {
    readsOlderReadings("truck-history", Samples.settings(2, NEVER));
  }

  @Test
  void keepsFewerReadingsWhereANodeHasManyLocations() throws InterruptedException {
    for (int truck = 0; truck < 10; truck++) {
      harmless.tell("truck-" + truck, new DeferralHint(Map.of(), Long.MAX_VALUE, 1));
    }
    readsOlderReadings("truck-of-many", Samples.settings(1_000, 22, NEVER));
  }

  @Test
  void forgetsWhatItReadWhenTheTurnIsDone() throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = readsOlderReadings("truck-forgetting", Samples.settings(2, NEVER));
    read.clear();
    entity.tell(
        new LocationEntity.Do(
            new LocationCommand.TakeGoods(List.of(Samples.chilledAboard("goods-2", 1, "truck-forgetting", 0))), probe.ref()));
    probe.expectMessageClass(Answer.LocationTook.class);
    assertThat(read).as("rows that it needs once more").isNotEmpty();
  }

  private ActorRef<LocationEntity.Command> readsOlderReadings(String id, EntitySettings settings)
      throws InterruptedException {
    ActorRef<LocationEntity.Command> entity = start(id, settings);
    for (int row = 0; row < 5; row++) {
      double[] values = {9, 5, 9, 5};
      entity.tell(new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.temperatures(10L * row, values)), probe.ref()));
      probe.expectMessageClass(Answer.LocationTook.class);
      journal.add(accepted(10L * row, values, row == 0));
    }
    entity.tell(
        new LocationEntity.Do(new LocationCommand.TakeGoods(List.of(Samples.chilledAboard("goods-1", 1, id, 0))), probe.ref()));
    probe.expectMessageClass(Answer.LocationTook.class);
    assertThat(read).isNotEmpty();
    assertThat(publisher.next()).hasSize(10);
    return entity;
  }

  private static ReadingsAccepted accepted(long first, double[] values, boolean newSeries) {
    var batch = Samples.temperatures(first, values);
    long[] steps = IntStream.range(0, values.length).asLongStream().toArray();
    long[] millis = IntStream.range(0, values.length).mapToLong(i -> i * 1_000L).toArray();
    return new ReadingsAccepted(
        batch.source(), newSeries ? new ArrayList<>(batch.series()) : List.of(), batch.seriesOf(), batch.times()[0],
        millis, values, batch.offsets()[0], steps, batch.timestamps()[0], millis, new int[0], new int[0], new long[0],
        new long[0], new long[0], 0);
  }
}
