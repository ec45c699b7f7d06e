package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import kongo.effect.Effect;
import kongo.entity.AcceptedReadings;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReply;
import kongo.goods.Stay;
import kongo.goods.StaysChanged;
import kongo.goods.Untold;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.report.Cursor;
import kongo.size.EncodedSize;
import kongo.spread.RulesHere;
import kongo.violation.Cause;
import kongo.violation.Kind;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GoodsEntityTest {

  private static final Config FAILING = ConfigFactory.parseString(
      "pekko.persistence.journal.plugin = failing-journal, failing-journal.class = "
          + FailingJournal.class.getName());
  private static final ActorTestKit KIT =
      ActorTestKit.create("goods", FAILING.withFallback(ConfigFactory.load("application-test.conf")));

  private final RecordingPublisher publisher = new RecordingPublisher();
  private final TestProbe<Answer> probe = KIT.createTestProbe();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private ActorRef<GoodsEntity.Command> start(String id) {
    return start(id, Samples.settings(100, Duration.ofHours(1)));
  }

  private ActorRef<GoodsEntity.Command> startAnswering(String id, int longestAnswer) {
    return start(id, Samples.answering(Samples.settings(100, Duration.ofHours(1)), longestAnswer));
  }

  private ActorRef<GoodsEntity.Command> start(String id, EntitySettings settings) {
    ReadingRows none = (persistenceId, ranges) -> CompletableFuture.completedFuture(List.of());
    return KIT.spawn(
        GoodsEntity.create(
            id, new EntityEnvironment(settings, new RulesHere(settings.book()), publisher, none, WriteGuard.ALWAYS, new DeferralHints(), Samples.backlogs(), OldRows.KEPT, AcceptedReadings.UNCOUNTED)));
  }

  private GoodsReply reply() {
    return probe.expectMessageClass(Answer.GoodsTook.class).reply();
  }

  @Test
  void publishesAMisplacementBeforeItAnswersWithWhatLocationsHaveToHear() throws InterruptedException {
    ActorRef<GoodsEntity.Command> entity = start("goods-misplaced");
    entity.tell(
        new GoodsEntity.Do(new GoodsCommand.TakeMoves(Samples.moves(1, Samples.receive(1, "w1"), Samples.load(5, "w2", "t1"))), probe.ref()));
    assertThat(publisher.next()).extracting(one -> one.violation().kind()).containsExactly(Kind.MISPLACED);
    assertThat(reply().told()).extracting(told -> told.location()).containsExactly("t1", "w1");
  }

  @Test
  void publishesWhereItIsBeforeItAnswersAndAgainAfterACrash() throws InterruptedException {
    ActorRef<GoodsEntity.Command> entity = start("goods-moved");
    publisher.hold();
    entity.tell(
        new GoodsEntity.Do(new GoodsCommand.TakeMoves(Samples.moves(1, Samples.receive(1, "w1"))), probe.ref()));
    List<Effect> effects = publisher.nextEffects();
    assertThat(effects).singleElement().isInstanceOfSatisfying(
        StaysChanged.class, changed -> assertThat(changed.at()).contains(new Stay("w1", PlaceType.WAREHOUSE, 1, Stay.OPEN)));
    probe.expectNoMessage(Duration.ofMillis(100));
    KIT.stop(entity);
    publisher.acknowledge();
    start("goods-moved").tell(new GoodsEntity.Describe(Cursor.START, probe.ref()));
    assertThat(publisher.nextEffects()).isEqualTo(effects);
  }

  @Test
  void drivesItsEffectsAgainForARepeatedRecord() {
    ActorRef<GoodsEntity.Command> entity = start("goods-repeated");
    var moves = Samples.moves(1, Samples.receive(1, "w1"));
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
    GoodsReply first = reply();
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
    GoodsReply second = reply();
    assertThat(second.duplicates()).isEqualTo(1);
    assertThat(second.told()).isEqualTo(first.told());
  }

  @Test
  void remembersItsProfileAndItsWayAfterRecovery() {
    ActorRef<GoodsEntity.Command> entity = start("goods-back");
    GoodsProfile profile = new GoodsProfile(2_500, List.of("T2"), 99);
    Cause cause = new Cause("kongo.registry", 0, 3, 50);
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeRegistration(profile, OptionalLong.empty(), cause), probe.ref()));
    reply();
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(Samples.moves(1, Samples.receive(1, "w1"))), probe.ref()));
    reply();
    KIT.stop(entity);
    start("goods-back").tell(new GoodsEntity.Describe(Cursor.START, probe.ref()));
    var report = probe.expectMessageClass(Answer.GoodsSeen.class).report();
    assertThat(report.profile()).isEqualTo(profile);
    assertThat(report.stays()).extracting(stay -> stay.location()).containsExactly("w1");
  }

  @Test
  void tellsTheLocationOfItsIdWhatTheRegistrySays() {
    ActorRef<GoodsEntity.Command> entity = start("place");
    PlaceProfile truck = new PlaceProfile(PlaceType.TRUCK, "T", 0, 0, List.of(), 5_000);
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeRegistration(truck, OptionalLong.empty(), new Cause("kongo.registry", 0, 1, 1)), probe.ref()));
    assertThat(reply().place().orElseThrow().profile().last()).contains(truck);
    entity.tell(
        new GoodsEntity.Do(new GoodsCommand.TakeRegistration(Registration.DELETED, OptionalLong.empty(), new Cause("kongo.registry", 0, 2, 2)), probe.ref()));
    assertThat(reply().place().orElseThrow().profile().last()).isEmpty();
  }

  @Test
  void asksToComeAgainWhenItsJournalFailsAndForgetsTheEvent() {
    ActorRef<GoodsEntity.Command> entity = start(FailingJournal.REFUSED_ONCE);
    var moves = Samples.moves(1, Samples.receive(1, "w1"));
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
    probe.expectMessageClass(Answer.Working.class);
    probe.expectTerminated(entity);
    start(FailingJournal.REFUSED_ONCE).tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
    assertThat(reply().duplicates()).isZero();
  }

  @Test
  void failsAtAnEventThatCanNeverBeWrittenSoThatItsRecordIsGivenUp() {
    ActorRef<GoodsEntity.Command> entity = start(FailingJournal.UNWRITABLE);
    var moves = Samples.moves(1, Samples.receive(1, "w1"));
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
    Answer.NeverTaken failed = probe.expectMessageClass(Answer.NeverTaken.class);
    assertThat(failed.cause()).contains("planted: too large");
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
    assertThat(probe.expectMessageClass(Answer.NeverTaken.class)).isEqualTo(failed);
  }

  @Test
  void tellsInFurtherAnswersWhatIsTooLongForOne() {
    var moves = Samples.moves(1, Samples.receive(1, "w1"), Samples.load(5, "w1", "t1"));
    start("goods-in-pages").tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
    int tooShort = (int) EncodedSize.of(reply()) - 1;
    ActorRef<GoodsEntity.Command> entity = startAnswering("goods-in-more-pages", tooShort);
    entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
    GoodsReply first = reply();
    assertThat(first.told()).extracting(told -> told.location()).containsExactly("t1");
    assertThat(first.untold()).containsExactly(new Untold("w1", 0));
    entity.tell(new GoodsEntity.Do(new GoodsCommand.SayAgain("w1", 0, Samples.CAUSE), probe.ref()));
    GoodsReply second = reply();
    assertThat(second.told()).extracting(told -> told.location()).containsExactly("w1");
    assertThat(second.told().get(0).goods().stays()).containsExactly(new Stay("w1", PlaceType.WAREHOUSE, 1, 5));
    assertThat(second.untold()).isEmpty();
  }

  @Test
  void takesNothingThatItCouldNeverAnswer() {
    ActorRef<GoodsEntity.Command> entity = startAnswering("goods-mute", 300);
    var moves = Samples.moves(1, Samples.receive(1, "w1"));
    for (int again = 0; again < 20; again++) {
      entity.tell(new GoodsEntity.Do(new GoodsCommand.TakeMoves(moves), probe.ref()));
      assertThat(probe.expectMessageClass(Answer.NeverTaken.class).cause()).contains("says to Location w1").contains("300");
    }
    entity.tell(new GoodsEntity.Describe(Cursor.START, probe.ref()));
    assertThat(probe.expectMessageClass(Answer.GoodsSeen.class).report().version()).as("nothing is written").isZero();
  }

  @Test
  void saysHowLongItIsWhatCannotBeSent() {
    ActorRef<GoodsEntity.Command> entity = startAnswering("goods-long", 10);
    entity.tell(new GoodsEntity.Describe(Cursor.START, probe.ref()));
    assertThat(probe.expectMessageClass(Answer.TooLong.class)).satisfies(tooLong -> {
      assertThat(tooLong.bytes()).isGreaterThan(10);
      assertThat(tooLong.most()).isEqualTo(10);
    });
  }
}
