package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Vector$;
import scala.concurrent.Await;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;

@Timeout(30)
class PartitionAllocationTest {

  private static final String ALONE = """
      pekko {
        loglevel = OFF
        actor.provider = cluster
        remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
        coordinated-shutdown.exit-jvm = off
      }
      """;

  private ActorSystem<Void> system;
  private PartitionAllocation allocation;

  @BeforeEach
  void join() throws Exception {
    system = ActorSystem.create(Behaviors.empty(), "alone", ConfigFactory.parseString(ALONE).withFallback(ConfigFactory.load()));
    Cluster.get(system).manager().tell(Join.create(Cluster.get(system).selfMember().address()));
    allocation = new PartitionAllocation(system.classicSystem(), "Location");
  }

  @AfterEach
  void end() {
    system.terminate();
  }

  @Test
  void reachesAMemberThatAnswers() {
    TestProbe.create(system).awaitAssert(() -> assertThat(allocation.reaches(Set.of(here()))).isTrue());
  }

  @Test
  void doesNotReachANodeThatIsNoMemberAnyMore() {
    assertThat(allocation.reaches(Set.of(here(), gone()))).isFalse();
  }

  @Test
  void movesNothingWhileShardsAreOnANodeOutOfReach() throws Exception {
    IndexedSeq<String> shards = Vector$.MODULE$.<String>empty();
    Map<ActorRef, IndexedSeq<String>> held =
        Map$.MODULE$.from(CollectionConverters.asScala(java.util.Map.of(here(), shards, gone(), shards)));

    // Nobody answers for the shards' places here, so an answer within a second is one that was not asked for.
    assertThat(Await.result(allocation.rebalance(held, scala.collection.immutable.Set$.MODULE$.<String>empty()), seconds(1)).isEmpty()).isTrue();
  }

  private ActorRef here() {
    return system.classicSystem().deadLetters();
  }

  private ActorRef gone() {
    return ((ExtendedActorSystem) system.classicSystem()).provider().resolveActorRef("pekko://alone@127.0.0.1:1/system/sharding/Location");
  }

  private static FiniteDuration seconds(long seconds) {
    return FiniteDuration.create(seconds, TimeUnit.SECONDS);
  }
}
