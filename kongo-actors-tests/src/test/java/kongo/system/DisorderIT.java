package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kongo.local.SharedStores;
import kongo.reference.Acceptance;
import kongo.replay.Journal;
import kongo.replay.Ledger;
import kongo.replay.LedgerResult;
import kongo.replay.LedgerText;
import kongo.replay.Replay;
import kongo.replay.Replayed;
import kongo.rules.RuleBooks;
import kongo.simulator.Bounds;
import kongo.simulator.Delivered;
import kongo.simulator.Pace;
import kongo.simulator.Simulation;
import kongo.simulator.disorder.Disorder;
import kongo.simulator.disorder.Share;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.ClassicWorld;
import kongo.simulator.world.Devices;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import kongo.verify.ComparedFields;
import kongo.verify.Verdict;
import kongo.verify.VerdictText;
import kongo.violation.Kind;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything that delivery can do to records, hours of it and all at once, changes no violation. */
@Timeout(720)
class DisorderIT {

  private static final Map<String, String> LITTLE_MEMORY = Map.of("KONGO_READINGS_IN_MEMORY", "50", "KONGO_GOODS_IN_MEMORY", "50");

  private static final Set<Kind> EXPECTED =
      EnumSet.of(Kind.ENVIRONMENT, Kind.COLOCATION, Kind.OVERLOAD, Kind.EXPIRED, Kind.MISPLACED);

  /** Steady worlds have routes, and Goods that leave them. */
  private static final Set<Kind> WITH_ROUTES = EnumSet.complementOf(EnumSet.of(Kind.SILENCE, Kind.OVERSTAY));

  private static final Disorder HOSTILE =
      new Disorder(
          new Share(0.3, Duration.ofHours(6)), new Share(0.2, Duration.ofHours(4)), Duration.ofMinutes(10),
          new Share(0.2, Duration.ofHours(2)), true, 0.01);

  /**
   * Eight hours in which a Location gets thousands of readings, so that most of what is late is older than the memory.
   * Loggers travel, sensors are silent or faulty or name units, and profiles change.
   */
  private static final SteadySettings LONG_DAY =
      new SteadySettings(
          2, ClassicSettings.START, 80, 6, 12, 1_000, Duration.ofHours(9), 0.02, 0.2, Duration.ofSeconds(90),
          Duration.ofMinutes(25), Duration.ofMinutes(90), Duration.ofMinutes(12), 0.4, 0.1,
          SteadySettings.DENSE.journeys().withProfileChanges(0.1), Devices.EVENTFUL);

  @Test
  void changesNothingInTheSteadyWorldWithLittleMemory() throws Exception {
    Simulation world = new Simulation(new SteadyWorld(LONG_DAY), Bounds.ofSpan(Duration.ofHours(8)), HOSTILE, 2);
    assertHarmless("disorder-steady", world, LITTLE_MEMORY, Pace.max(), WITH_ROUTES);
  }

  /** Here late events correct what was published already. */
  @Test
  void changesNothingWhereTheProfilesAreKnown() throws Exception {
    assertHarmless("disorder-known", steady(6, little(Duration.ofMinutes(20))), LITTLE_MEMORY, Pace.rate(1_000), WITH_ROUTES);
  }

  @Test
  void changesNothingInTheClassicWorld() throws Exception {
    ClassicSettings settings =
        new ClassicSettings(3, ClassicSettings.START, 150, 10, 20, 500, Duration.ofHours(30), 0.02);
    Simulation world = new Simulation(new ClassicWorld(settings), Bounds.ofTurns(60), HOSTILE, 3);
    assertHarmless("disorder-classic", world, Map.of(), Pace.max(), EXPECTED);
  }

  private static void assertHarmless(
      String name, Simulation world, Map<String, String> variables, Pace pace, Set<Kind> kinds) throws Exception {
    Ground ground = Ground.in(SharedStores.get(), name);
    try (Cluster cluster = Cluster.start(1, ground, variables)) {
      cluster.awaitReady();

      Delivered sent = ground.send(world, pace);

      Verdict verdict = ground.verify(Duration.ofMinutes(5));
      assertThat(verdict.isClean()).as(VerdictText.of(verdict)).isTrue();
      assertThat(verdict.observed().values())
          .extracting(Violation::kind)
          .containsAll(kinds);
      assertThat(verdict.deadLetters()).isEqualTo((int) sent.garbage()).isPositive();
      assertThat(verdict.duplicates()).isGreaterThan(100);
      assertJournaled(ground, verdict);
    }
  }

  /** The ledger balances, and the journals alone say the same. */
  private static void assertJournaled(Ground ground, Verdict verdict) {
    try (Journal journal = ground.journal()) {
      LedgerResult ledger = Ledger.balance(ground.settings(Duration.ZERO), journal, true, 0, line -> {});
      assertThat(ledger.isClean()).as(LedgerText.of(ledger)).isTrue();

      Replayed replayed = Replay.run(journal, List.of(RuleBooks.shipped()), Acceptance.DEFAULT_RETENTION, line -> {});
      assertThat(ComparedFields.digest(replayed.violations().get(0))).isEqualTo(ComparedFields.digest(verdict.observed()));
    }
  }

  private static Simulation steady(long seed, Disorder disorder) {
    return new Simulation(new SteadyWorld(SteadySettings.DENSE), Bounds.ofEvents(20_000), disorder, seed);
  }

  private static Disorder little(Duration delay) {
    Share some = new Share(0.2, delay);
    return new Disorder(some, some, delay.dividedBy(4), some, false, 0.01);
  }
}
