package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kongo.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Very few readings on real stores: that books touch what they ought to, not how fast it was. */
@Timeout(900)
class RuleChangesIT {

  private static final long READINGS = 20_000;
  private static final int LOCATIONS = 30;
  private static final Path DATA = Path.of(System.getProperty("basedir", "."), "target", "rule-changes-it");
  private static final ClusterSettings CLUSTER = new ClusterSettings(DATA, 1, "512m", List.of(), Optional.empty(), Optional.empty(), line -> { });
  private static final BenchWorld WORLD =
      BenchWorld.of(BenchWorld.Course.STEADY, 10 * LOCATIONS, LOCATIONS, 0.05, 1).withReadings(READINGS, Duration.ofDays(1));
  private static final RulesSettings RULES =
      new RulesSettings(WORLD, READINGS, 1, 500, Duration.ofSeconds(1), Duration.ZERO, true, Duration.ofMinutes(2));

  @Test
  void whatTouchesNothingChangesNothingAndWhatTouchesEverythingIsJudgedAnewBesideALoad() throws Exception {
    Verified<RulesFigures> run = RuleChanges.run(CLUSTER, RULES);

    assertThat(run.verdict()).hasValueSatisfying(verdict -> assertThat(verdict.isClean()).isTrue());
    assertThat(run.verdict().map(Verdict::inputs).orElseThrow()).as("with those of the load").isGreaterThan(READINGS);
    RulesFigures figures = run.figures();
    assertThat(figures.locations()).isEqualTo(LOCATIONS);
    assertThat(figures.readings()).as("the rest are moves and the registry's").isBetween(READINGS * 8 / 10, READINGS);
    assertThat(figures.scheduled().revisions()).isZero();
    assertThat(figures.ofNobody().revisions()).isZero();
    assertThat(figures.ofEverything().revisions()).isPositive();
    assertThat(figures.ofEverything().seconds()).isPositive();
  }
}
