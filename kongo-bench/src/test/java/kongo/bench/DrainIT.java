package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A very small drain on real stores: what is counted, not how fast it was. */
@Timeout(900)
class DrainIT {

  private static final long EVENTS = 20_000;
  private static final Path DATA = Path.of(System.getProperty("basedir", "."), "target", "drain-it");
  private static final ClusterSettings CLUSTER = new ClusterSettings(DATA, 1, "512m", List.of(), Optional.empty(), Optional.empty(), line -> { });
  private static final DrainSettings DRAIN =
      new DrainSettings(
          BenchWorld.of(BenchWorld.Course.STEADY, 200, 30, 0.05, 1), EVENTS, true, true, Duration.ofMinutes(5), DrainSettings.Part.EVERYTHING);

  @Test
  void everythingThatWasFilledIsDrainedCountedAndJudged() throws Exception {
    Verified<DrainFigures> run = Drain.run(CLUSTER, DRAIN);
    DrainFigures figures = run.figures();
    assertThat(run.verdict()).hasValueSatisfying(verdict -> {
      assertThat(verdict.isClean()).isTrue();
      assertThat(verdict.inputs()).as("with those that were drained before").isGreaterThan(EVENTS);
    });
    assertThat(figures.events()).as("the rest are the registry's").isBetween(EVENTS * 9 / 10, EVENTS);
    assertThat(figures.nominalChecks()).isPositive();
    assertThat(figures.journalRows()).isPositive();
    assertThat(figures.cpuSeconds()).containsOnlyKeys("node-1", "kafka", "cassandra").allSatisfy((name, seconds) -> assertThat(seconds).isPositive());
    assertThat(figures.peakHeapMb()).isPositive();
    assertThat(figures.nodeRestarts()).isZero();
  }
}
