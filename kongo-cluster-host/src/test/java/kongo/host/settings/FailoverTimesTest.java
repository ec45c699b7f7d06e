package kongo.host.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import kongo.ingest.IngestSettings;
import org.junit.jupiter.api.Test;

/** The times after which others take over what a lost node did, and what has to be shorter. */
class FailoverTimesTest {

  private static final Duration GOAL = Duration.ofSeconds(12);

  private final Config config = NodeConfig.load(ConfigFactory.empty()).config();

  private Duration unreachable() {
    return config.getDuration("pekko.cluster.failure-detector.acceptable-heartbeat-pause");
  }

  private Duration decided() {
    return unreachable().plus(config.getDuration("pekko.cluster.split-brain-resolver.stable-after"));
  }

  private Duration takenOver() {
    return decided().plus(config.getDuration("pekko.cluster.down-removal-margin"));
  }

  @Test
  void aNodeThatWasFrozenEndsBeforeOthersTakeOver() {
    Duration tooLong = takenOver().minusSeconds(1);

    assertThat(tooLong).isGreaterThan(limit("5s").pauseLimit());
    assertThatThrownBy(() -> limit(tooLong.toMillis() + "ms")).hasMessageContaining("kongo.pause-guard.limit");
  }

  private static NodeSettings limit(String limit) {
    return NodeConfig.load(ConfigFactory.parseString("kongo.pause-guard.limit = " + limit)).settings();
  }

  @Test
  void aNodeThatMayStillWriteIsNotGivenUp() {
    assertThat(decided()).isGreaterThan(config.getDuration("kongo.pause-guard.limit"));
  }

  @Test
  void aDeadHoldersLeaseEndsBeforeTheNextDecision() {
    assertThat(config.getDuration("kongo-lease.heartbeat-timeout")).isLessThan(decided());
  }

  @Test
  void partitionsAreTakenOverBeforeShardsAre() {
    Object session = IngestSettings.from(config).consumer().get("session.timeout.ms");

    assertThat(Duration.ofMillis(Long.parseLong(String.valueOf(session)))).isLessThan(takenOver());
  }

  @Test
  void noRetryIsSlowerThanWhatIsLeftOfTheGoal() {
    Duration left = GOAL.minus(takenOver());

    assertThat(config.getDuration("pekko.cluster.sharding.retry-interval").multipliedBy(2)).isLessThanOrEqualTo(left);
    assertThat(config.getDuration("pekko.cluster.retry-unsuccessful-join-after")).isLessThanOrEqualTo(left);
  }
}
