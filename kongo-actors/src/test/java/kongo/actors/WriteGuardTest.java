package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kongo.entity.AcceptedReadings;
import kongo.goods.GoodsCommand;
import kongo.location.LocationCommand;
import kongo.report.Cursor;
import kongo.spread.RulesHere;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Neither Goods nor Location writes or publishes where its process may not write any more. */
class WriteGuardTest {

  private static final ActorTestKit KIT =
      ActorTestKit.create("guarded", ConfigFactory.load("application-test.conf"));

  private final RecordingPublisher publisher = new RecordingPublisher();
  private final TestProbe<Answer> probe = KIT.createTestProbe();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void aGoodsAsksBeforeItWrites() throws InterruptedException {
    Allowing none = new Allowing(0);
    ActorRef<GoodsEntity.Command> guarded = goods("unwritten", none);
    guarded.tell(moved());
    none.awaitRefusal();
    KIT.stop(guarded);
    assertThat(publisher.isQuiet()).isTrue();
    goods("unwritten", WriteGuard.ALWAYS).tell(new GoodsEntity.Describe(Cursor.START, probe.ref()));
    assertThat(reported(Answer.GoodsSeen.class).report().stays()).isEmpty();
  }

  @Test
  void aGoodsAsksBeforeItPublishes() throws InterruptedException {
    Allowing writing = new Allowing(1);
    ActorRef<GoodsEntity.Command> guarded = goods("unpublished", writing);
    guarded.tell(moved());
    writing.awaitRefusal();
    KIT.stop(guarded);
    assertThat(publisher.isQuiet()).isTrue();
    goods("unpublished", WriteGuard.ALWAYS);
    assertThat(publisher.nextEffects()).isNotEmpty();
  }

  @Test
  void aLocationAsksBeforeItWrites() throws InterruptedException {
    Allowing none = new Allowing(0);
    ActorRef<LocationEntity.Command> guarded = location("unwritten", none);
    guarded.tell(tooWarm());
    none.awaitRefusal();
    KIT.stop(guarded);
    assertThat(publisher.isQuiet()).isTrue();
    location("unwritten", WriteGuard.ALWAYS).tell(new LocationEntity.Describe(Optional.empty(), Cursor.START, probe.ref()));
    assertThat(reported(Answer.LocationSeen.class).report().latest()).isEmpty();
  }

  @Test
  void aLocationAsksBeforeItPublishes() throws InterruptedException {
    Allowing writing = new Allowing(2);
    ActorRef<LocationEntity.Command> guarded = location("unpublished", writing);
    guarded.tell(
        new LocationEntity.Do(
            new LocationCommand.TakeGoods(List.of(Samples.chilledAboard("goods-1", 1, "unpublished", 0))), probe.ref()));
    guarded.tell(tooWarm());
    writing.awaitRefusal();
    KIT.stop(guarded);
    assertThat(publisher.isQuiet()).isTrue();
    location("unpublished", WriteGuard.ALWAYS);
    assertThat(publisher.nextEffects()).isNotEmpty();
  }

  /** What the entity answered to those who were refused is passed over. */
  private <T extends Answer> T reported(Class<T> kind) {
    Answer answer = probe.receiveMessage();
    return kind.isInstance(answer) ? kind.cast(answer) : reported(kind);
  }

  private GoodsEntity.Command moved() {
    return new GoodsEntity.Do(
        new GoodsCommand.TakeMoves(Samples.moves(1, Samples.receive(1, "w1"))), probe.ref());
  }

  private LocationEntity.Command tooWarm() {
    return new LocationEntity.Do(new LocationCommand.TakeReadings(Samples.temperatures(1, 5, 9)), probe.ref());
  }

  private ActorRef<GoodsEntity.Command> goods(String id, WriteGuard guard) {
    return KIT.spawn(GoodsEntity.create(id, environment(guard)));
  }

  private ActorRef<LocationEntity.Command> location(String id, WriteGuard guard) {
    return KIT.spawn(LocationEntity.create(id, environment(guard)));
  }

  private EntityEnvironment environment(WriteGuard guard) {
    EntitySettings settings = Samples.settings(100, Duration.ofHours(1));
    ReadingRows none = (persistenceId, ranges) -> CompletableFuture.completedFuture(List.of());
    return new EntityEnvironment(
        settings, new RulesHere(settings.book()), publisher, none, guard, new DeferralHints(), Samples.backlogs(), OldRows.KEPT, AcceptedReadings.UNCOUNTED);
  }

  /** Lets the first few pass, and refuses all others, as a process that was frozen would. */
  private static final class Allowing implements WriteGuard {

    private final AtomicInteger left;
    private final CountDownLatch refused = new CountDownLatch(1);

    Allowing(int first) {
      left = new AtomicInteger(first);
    }

    @Override
    public void check() {
      if (left.getAndDecrement() <= 0) {
        refused.countDown();
        throw new IllegalStateException("planted: this process may not write any more");
      }
    }

    void awaitRefusal() throws InterruptedException {
      assertThat(refused.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
