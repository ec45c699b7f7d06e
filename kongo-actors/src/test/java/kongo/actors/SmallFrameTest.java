package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kongo.entity.AcceptedReadings;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsReport;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.goods.Told;
import kongo.goods.Untold;
import kongo.registry.GoodsProfile;
import kongo.report.Cursor;
import kongo.spread.RulesHere;
import kongo.violation.Cause;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Between two systems whose frames take little, whatever an entity answers arrives. */
class SmallFrameTest {

  /** The least that a frame may be is 32 KiB. */
  private static final int FRAME = 64 << 10;
  private static final int LONGEST_ANSWER = 32 << 10;
  private static final Config CONFIG =
      ConfigFactory.parseString(
              """
              pekko.actor.provider = remote
              pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
              pekko.remote.artery.advanced.maximum-frame-size = %d
              pekko.remote.artery.advanced.outbound-large-message-queue-size = 8
              """.formatted(FRAME))
          .withFallback(ConfigFactory.load("application-test.conf"));
  private static final ActorTestKit HERE = ActorTestKit.create("here", CONFIG);
  private static final ActorTestKit THERE = ActorTestKit.create("there", CONFIG);
  private static final int PLACES = 200;

  private final TestProbe<Answer> probe = HERE.createTestProbe();
  private final Random random = new Random(1);

  @AfterAll
  static void stop() {
    HERE.shutdownTestKit();
    THERE.shutdownTestKit();
  }

  /** A Goods of the other system, as it is seen from here. */
  private ActorRef<GoodsEntity.Command> goods(String id, int longestAnswer) {
    EntitySettings settings = Samples.answering(Samples.settings(100, Duration.ofHours(1)), longestAnswer);
    ReadingRows none = (persistenceId, ranges) -> CompletableFuture.completedFuture(List.of());
    EntityEnvironment environment =
        new EntityEnvironment(
            settings, new RulesHere(settings.book()), new RecordingPublisher(), none, WriteGuard.ALWAYS, new DeferralHints(), Samples.backlogs(), OldRows.KEPT, AcceptedReadings.UNCOUNTED);
    ActorRef<GoodsEntity.Command> entity = THERE.spawn(GoodsEntity.create(id, environment));
    return ActorRefResolver.get(HERE.system())
        .resolveActorRef(ActorRefResolver.get(THERE.system()).toSerializationFormat(entity));
  }

  /** Not to be compressed. */
  private String name() {
    return random.ints(100, 'a', 'z').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  private GoodsReply asked(ActorRef<GoodsEntity.Command> goods, GoodsCommand command) {
    goods.tell(new GoodsEntity.Do(command, probe.ref()));
    return probe.expectMessageClass(Answer.GoodsTook.class, Duration.ofSeconds(30)).reply();
  }

  /** It has been at many places, so that all of them have to hear of its profile. */
  @Test
  void allWordsArriveWhoseAnswerWouldBeTooLongForOneFrame() {
    ActorRef<GoodsEntity.Command> keg = goods("keg", LONGEST_ANSWER);
    List<String> places = Stream.generate(this::name).limit(PLACES).toList();
    for (int i = 0; i < PLACES; i++) {
      asked(keg, new GoodsCommand.TakeMoves(Samples.moves(i, new Move(MoveType.RECEIVE, i, places.get(i), ""))));
    }
    GoodsProfile profile = new GoodsProfile(5, Stream.generate(this::name).limit(20).toList(), GoodsProfile.NEVER);
    Cause cause = new Cause("kongo.registry", 0, 1, 1);

    List<Told> told = new ArrayList<>();
    GoodsReply first = asked(keg, new GoodsCommand.TakeRegistration(profile, OptionalLong.empty(), cause));
    Deque<Untold> untold = new ArrayDeque<>(first.untold());
    told.addAll(first.told());
    while (!untold.isEmpty()) {
      Untold next = untold.remove();
      GoodsReply more = asked(keg, new GoodsCommand.SayAgain(next.location(), next.heard(), cause));
      told.addAll(more.told());
      untold.addAll(more.untold());
    }

    assertThat(told).extracting(Told::location).containsExactlyInAnyOrderElementsOf(places);
    assertThat(told).allSatisfy(one -> assertThat(one.goods().profile().last()).contains(profile));
  }

  @Test
  void aProfileOfWhichNothingCouldBeSaidIsNotTaken() {
    ActorRef<GoodsEntity.Command> keg = goods("mute", LONGEST_ANSWER);
    asked(keg, new GoodsCommand.TakeMoves(Samples.moves(0, Samples.receive(1, "w1"))));
    GoodsProfile profile = new GoodsProfile(5, Stream.generate(this::name).limit(400).toList(), GoodsProfile.NEVER);
    keg.tell(new GoodsEntity.Do(new GoodsCommand.TakeRegistration(profile, OptionalLong.empty(), new Cause("kongo.registry", 0, 1, 1)), probe.ref()));
    assertThat(probe.expectMessageClass(Answer.NeverTaken.class, Duration.ofSeconds(30)).cause()).contains("mute").contains("w1");

    keg.tell(new GoodsEntity.Describe(Cursor.START, probe.ref()));
    assertThat(probe.expectMessageClass(Answer.GoodsSeen.class, Duration.ofSeconds(30)).report().profile()).isEqualTo(GoodsProfile.NONE);
  }

  @Test
  void aReportThatIsTooLongForOneFrameComesInPages() {
    ActorRef<GoodsEntity.Command> keg = goods("travelled", LONGEST_ANSWER);
    List<String> places = Stream.generate(this::name).limit(PLACES).toList();
    Deque<String> way = new ArrayDeque<>();
    long time = 0;
    for (int i = 0; i < 40; i++) {
      Move[] moves = new Move[100];
      for (int j = 0; j < moves.length; j++) {
        time += 1 + random.nextInt(1 << 30);
        String place = places.get(random.nextInt(PLACES));
        moves[j] = new Move(MoveType.RECEIVE, time, place, "");
        if (!place.equals(way.peekFirst())) {
          way.addFirst(place);
        }
      }
      asked(keg, new GoodsCommand.TakeMoves(Samples.moves(i * 100L, moves)));
    }
    List<Stay> stays = new ArrayList<>();
    Optional<Cursor> next = Optional.of(Cursor.START);
    while (next.isPresent()) {
      keg.tell(new GoodsEntity.Describe(next.get(), probe.ref()));
      GoodsReport page = probe.expectMessageClass(Answer.GoodsSeen.class, Duration.ofSeconds(30)).report();
      stays.addAll(page.stays());
      assertThat(page.current()).isPresent();
      next = page.next();
    }
    assertThat(stays).extracting(Stay::location).containsExactlyElementsOf(way);
  }
}
