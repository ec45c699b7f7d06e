package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
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

/** The same facts, sent in order to one node and in disorder to three of which some are lost, are the same violations. */
@Timeout(600)
class OneLawIT {

  @Test
  void oneNodeInOrderAndThreeInDisorderFindTheSameThoughOneIsKilledAndAnotherLeaves() throws Exception {
    Verdict inOrder = inOrder();
    Share some = new Share(0.2, Duration.ofMinutes(20));
    Verdict inDisorder = inTrouble(new Disorder(some, some, Duration.ofMinutes(5), some, true, 0.01));

    assertThat(inOrder.observed().values())
        .extracting(Violation::kind)
        .containsAll(EnumSet.complementOf(EnumSet.of(Kind.SILENCE, Kind.OVERSTAY)));
    assertThat(inDisorder.inputs()).isGreaterThan(inOrder.inputs());
    assertThat(ComparedFields.digest(inDisorder.observed())).isEqualTo(ComparedFields.digest(inOrder.observed()));
  }

  private static Verdict inOrder() throws Exception {
    Ground ground = Ground.in(SharedStores.get(), "one-law");
    try (Cluster cluster = Cluster.start(1, ground)) {
      cluster.awaitReady();
      ground.send(world(Disorder.NONE), Pace.max());
      return clean(ground);
    }
  }

  private static Verdict inTrouble(Disorder disorder) throws Exception {
    Ground ground = Ground.in(SharedStores.get(), "one-law-trouble");
    try (Cluster cluster = Cluster.start(3, ground)) {
      cluster.awaitReady();
      Traffic traffic = Traffic.begin(ground, world(disorder), Pace.rate(600));
      ground.awaitMoreViolations(50);
      cluster.kill(0);
      cluster.awaitBack(0);
      cluster.leave(1);
      traffic.awaitAll(Duration.ofMinutes(5));
      return clean(ground);
    }
  }

  private static Simulation world(Disorder disorder) {
    return new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.ofEvents(20_000), disorder, 1);
  }

  private static Verdict clean(Ground ground) throws Exception {
    Verdict verdict = ground.verify(Duration.ofMinutes(5));
    assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
    return verdict;
  }
}
