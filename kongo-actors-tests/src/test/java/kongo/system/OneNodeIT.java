package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kongo.local.SharedStores;
import kongo.simulator.Bounds;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class OneNodeIT {

  @Test
  void reportsEveryKindOfViolationExactly() throws Exception {
    Ground ground = Ground.in(SharedStores.get(), "one-node");
    try (Cluster cluster = Cluster.start(1, ground)) {
      cluster.awaitReady();

      ground.send(
          new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.ofEvents(30_000), Disorder.NONE, 1), Pace.max());

      Verdict verdict = ground.verify(Duration.ofSeconds(90));
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
      assertThat(verdict.observed().values()).extracting(Violation::kind).contains(Kind.values());
    }
  }
}
