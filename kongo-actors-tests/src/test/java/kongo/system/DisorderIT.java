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

  private static final Map<String, String> LITTLE_MEMORY = Map.of("KONGO_READINGS_IN_MEMORY", "50");

  @Test
  void changesNothingInTheSteadyWorldAlsoWithLittleMemory() throws Exception {
    assertHarmless("disorder-steady", steady(2, everything(Duration.ofSeconds(20), true)), LITTLE_MEMORY, Pace.max());
  }

  /** Here late events correct what was published already. */
  @Test
  void changesNothingWhereTheProfilesAreKnown() throws Exception {
    assertHarmless("disorder-known", steady(6, everything(Duration.ofSeconds(20), false)), LITTLE_MEMORY, Pace.rate(1_000));
  }

  @Test
  void changesNothingInTheClassicWorld() throws Exception {
    ClassicSettings settings =
        new ClassicSettings(3, ClassicSettings.START, 150, 10, 20, 500, Duration.ofHours(30), 0.02);
    Disorder disorder = everything(Duration.ofHours(3), true);
    Simulation world = new Simulation(new ClassicWorld(settings), Bounds.ofTurns(60), disorder, 3);
    assertHarmless("disorder-classic", world, Map.of(), Pace.max());
  }

  private static void assertHarmless(String name, Simulation world, Map<String, String> variables, Pace pace)
      throws Exception {
    Ground ground = Ground.in(SharedStores.get(), name);
    try (Cluster cluster = Cluster.start(1, ground, variables)) {
      cluster.awaitReady();

      Delivered sent = ground.send(world, pace);

      Verdict verdict = ground.verify(Duration.ofSeconds(120));
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
      assertThat(verdict.observed().values()).extracting(Violation::kind).contains(Kind.values());
      assertThat(verdict.deadLetters()).isEqualTo((int) sent.garbage()).isPositive();
      assertThat(verdict.duplicates()).isGreaterThan(100);
    }
  }

  private static Simulation steady(long seed, Disorder disorder) {
    return new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.ofEvents(20_000), disorder, seed);
  }

  /** All options at once, the last one maybe not. */
  private static Disorder everything(Duration delay, boolean registryLast) {
    Share some = new Share(0.2, delay);
    return new Disorder(some, some, delay.dividedBy(4), some, registryLast, 0.01);
  }
}
