package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import kongo.local.SharedStores;
import kongo.simulator.Bounds;
import kongo.simulator.Delivered;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.ClassicWorld;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class DisorderIT {

  @Test
  void changesNothingInTheSteadyWorldAlsoWithLittleMemory() throws Exception {
    Disorder disorder = everything(Duration.ofSeconds(20));
    Simulation world = new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.ofEvents(20_000), disorder, 2);
    assertHarmless("disorder-steady", world, Map.of("KONGO_READINGS_IN_MEMORY", "50"));
  }

  @Test
  void changesNothingInTheClassicWorld() throws Exception {
    ClassicSettings settings =
        new ClassicSettings(3, ClassicSettings.START, 150, 10, 20, 500, Duration.ofHours(30), 0.02);
    Disorder disorder = everything(Duration.ofHours(3));
    assertHarmless("disorder-classic", new Simulation(new ClassicWorld(settings), Bounds.ofTurns(60), disorder, 3), Map.of());
  }

  private static void assertHarmless(String name, Simulation world, Map<String, String> variables) throws Exception {
    Ground ground = Ground.in(SharedStores.get(), name);
    try (Cluster cluster = Cluster.start(1, ground, variables)) {
      cluster.awaitReady();

      Delivered sent = ground.send(world, Pace.max());

      Verdict verdict = ground.verify(Duration.ofSeconds(120));
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
      assertThat(verdict.observed().values()).extracting(Violation::kind).contains(Kind.values());
      assertThat(verdict.deadLetters()).isEqualTo((int) sent.garbage()).isPositive();
      assertThat(verdict.duplicates()).isGreaterThan(100);
    }
  }

  /** All options at once. */
  private static Disorder everything(Duration delay) {
    Share some = new Share(0.2, delay);
    return new Disorder(some, some, delay.dividedBy(4), some, true, 0.01);
  }
}
