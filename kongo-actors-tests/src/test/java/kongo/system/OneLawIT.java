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
import kongo.verify.ComparedFields;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same facts, sent in order to one node and in disorder to three, are the same violations. */
@Timeout(300)
class OneLawIT {

  @Test
  void oneNodeInOrderAndThreeInDisorderFindTheSame() throws Exception {
    Verdict inOrder = run(1, Disorder.NONE);
    Share some = new Share(0.2, Duration.ofSeconds(20));
    Verdict inDisorder = run(3, new Disorder(some, some, Duration.ofSeconds(5), some, true, 0.01));

    assertThat(inOrder.observed().values()).extracting(Violation::kind).contains(Kind.values());
    assertThat(inDisorder.inputs()).isGreaterThan(inOrder.inputs());
    assertThat(ComparedFields.digest(inDisorder.observed())).isEqualTo(ComparedFields.digest(inOrder.observed()));
  }

  private static Verdict run(int nodes, Disorder disorder) throws Exception {
    Ground ground = Ground.in(SharedStores.get(), "one-law-" + nodes);
    try (Cluster cluster = Cluster.start(nodes, ground)) {
      cluster.awaitReady();
      ground.send(new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.ofEvents(20_000), disorder, 1), Pace.max());
      Verdict verdict = ground.verify(Duration.ofMinutes(5));
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
      return verdict;
    }
  }
}
