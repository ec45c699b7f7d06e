package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kongo.local.SharedStores;
import kongo.simulator.Bounds;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ThreeNodesIT {

  private Cluster cluster;

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void loseNothingWhenOneIsKilledAndAnotherLeaves() throws Exception {
    Ground ground = Ground.in(SharedStores.get(), "three-nodes");
    cluster = Cluster.start(3, ground);
    cluster.awaitReady();
    Traffic traffic = Traffic.begin(ground, steady(), Pace.rate(600));
    ground.awaitMoreViolations(50);

    cluster.kill(0);
    cluster.awaitBack(0);
    ground.awaitMoreViolations(50);

    cluster.leave(1);
    ground.awaitMoreViolations(50);

    traffic.end();
    Verdict verdict = ground.verify(Duration.ofMinutes(5));
    assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
  }

  private static Simulation steady() {
    Share some = new Share(0.1, Duration.ofSeconds(10));
    Disorder disorder = new Disorder(some, some, Duration.ofSeconds(2), some, false, 0.002);
    return new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.NONE, disorder, 4);
  }
}
