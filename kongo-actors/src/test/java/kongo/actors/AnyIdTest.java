package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kongo.entity.AcceptedReadings;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsReport;
import kongo.goods.Stay;
import kongo.report.Cursor;
import kongo.spread.RulesHere;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.japi.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An entity is reached and journaled under its own id, whatever stands in it. */
@Timeout(60)
class AnyIdTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> IDS =
      List.of(
          "urn:epc:id:sgtin:0614141.112345.a%2Fb", "urn:epc:id:sgtin:0614141.112345.A(1)", "https://id.gs1.org/01/70614141123451/21/2017", "\"", "\\",
          "~", "%", "?", "#", "|", "a|b", "$", "/", "a/b", "a%2Fb", "a%252Fb", "+", "*", ".", "..", "$$", "x".repeat(256), "%".repeat(256));
  private static final ActorTestKit KIT =
      ActorTestKit.create(
          "ids",
          ConfigFactory.parseString(
                  "pekko { actor.provider = cluster, remote.artery.canonical { hostname = \"127.0.0.1\", port = 0 }, coordinated-shutdown.exit-jvm = off }")
              .withFallback(ConfigFactory.load("application-test.conf")));

  @BeforeAll
  static void join() {
    Cluster cluster = Cluster.get(KIT.system());
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    EntitySettings settings = Samples.settings(100, Duration.ofHours(1));
    ReadingRows none = (persistenceId, ranges) -> CompletableFuture.completedFuture(List.of());
    EntityEnvironment environment =
        new EntityEnvironment(
            settings, new RulesHere(settings.book()), new RecordingPublisher(), none, WriteGuard.ALWAYS, new DeferralHints(), Samples.backlogs(), OldRows.KEPT, AcceptedReadings.UNCOUNTED);
    ClusterSharding.get(KIT.system())
        .init(
            Entity.of(GoodsEntity.TYPE_KEY, entity -> GoodsEntity.create(entity.getEntityId(), environment))
                .withStopMessage(new Stop())
                .withMessageExtractor(new PartitionShards<>(settings.rfid())));
  }

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void namesAnEntityOfItsOwn() throws Exception {
    for (int i = 0; i < IDS.size(); i++) {
      GoodsCommand move = new GoodsCommand.TakeMoves(Samples.moves(i, Samples.receive(i + 1, IDS.get(i))));
      Answer answer = ask(IDS.get(i), asker -> new GoodsEntity.Do(move, asker));
      assertThat(answer).as(IDS.get(i)).isInstanceOf(Answer.GoodsTook.class);
    }
    for (String id : IDS) {
      GoodsReport report = ((Answer.GoodsSeen) ask(id, asker -> new GoodsEntity.Describe(Cursor.START, asker))).report();
      assertThat(report.id()).isEqualTo(id);
      assertThat(report.stays()).extracting(Stay::location).containsExactly(id);
    }
  }

  private static Answer ask(String id, Function<ActorRef<Answer>, GoodsEntity.Command> question) throws Exception {
    return ClusterSharding.get(KIT.system()).entityRefFor(GoodsEntity.TYPE_KEY, id).ask(question, PATIENCE).toCompletableFuture().get();
  }

  @Test
  void hasAJournalOfItsOwn() {
    assertThat(IDS).extracting(id -> JournalIds.of(GoodsEntity.TYPE_KEY, id).id()).doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).startsWith("Goods|"));
    assertThat(JournalIds.of(GoodsEntity.TYPE_KEY, "a|b").id()).isEqualTo("Goods|a|b");
  }
}
