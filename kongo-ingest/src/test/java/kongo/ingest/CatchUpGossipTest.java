package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes in one process, whose words go over the wire. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CatchUpGossipTest {

  private static final long LONG_AGO = 1_000_000;
  private static final long LATER = LONG_AGO + 60_000;
  private static final CatchUpLimits LIMITS = new CatchUpLimits(Duration.ofSeconds(30), Duration.ofSeconds(2));

  private final ActorTestKit one = ActorTestKit.create("kongo", config());
  private final ActorTestKit two = ActorTestKit.create("kongo", config());
  private final CatchUpGate here = talking(one.system());
  private final CatchUpGate there = talking(two.system());

  private static Config config() {
    return ConfigFactory.parseString("""
        pekko.actor.provider = cluster
        pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
        """).withFallback(ConfigFactory.load());
  }

  private static CatchUpGate talking(ActorSystem<?> system) {
    CatchUpGate catchUp = new CatchUpGate(LIMITS, () -> 120_000, Clock.systemUTC());
    system.systemActorOf(CatchUpGossip.create(catchUp, List.of("rfid", "sensors")), "moves-first", Props.empty());
    return catchUp;
  }

  @AfterEach
  void stop() {
    one.shutdownTestKit();
    two.shutdownTestKit();
  }

  @Test
  void readingsWaitForMovesOfOtherNodesUntilTheseAreDone() {
    join(one);
    join(two);

    one.createTestProbe().awaitAssert(Duration.ofSeconds(20), () -> {
      there.moves("rfid").report(() -> OptionalLong.of(LONG_AGO));
      assertThat(here.readings("sensors").mayTake(LATER, true)).isFalse();
      return null;
    });

    there.moves("rfid").report(OptionalLong::empty);
    one.createTestProbe().awaitAssert(Duration.ofSeconds(20), () -> {
      assertThat(here.readings("sensors").mayTake(LATER, true)).isTrue();
      return null;
    });
  }

  private void join(ActorTestKit kit) {
    Cluster.get(kit.system()).manager().tell(Join.create(Cluster.get(one.system()).selfMember().address()));
  }
}
