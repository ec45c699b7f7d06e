package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One fault of each kind on real stores and three nodes; ./kongo drill has the others. */
class ShortDrillIT {

  private static final long SEED = 1;
  private static final double LOAD = 300;
  private static final Duration READY_TIME = Duration.ofMinutes(5);
  private static final Path DATA = Path.of(System.getProperty("basedir", "."), "target", "short-drill");

  @Test
  @Timeout(value = 25, unit = TimeUnit.MINUTES)
  void nothingIsLostInventedOrWrongWhateverIsKilledOrFrozen() throws Exception {
    DrillSettings settings = new DrillSettings(DATA, 3, LOAD, SEED, System.out::println);
    ResultFile results = ResultFile.fresh(DATA.resolve("results.json"));
    try (DrillRun run = new DrillRun(settings, results, result -> System.out.println(DrillText.of(result)))) {
      run.play(List.of(oneAfterTheOther(Scenarios.shortOnes())));
    }

    assertThat(results.results()).hasSize(1);
    assertThat(results.results()).allSatisfy(result -> assertThat(result.findings()).as(result.scenario()).isEmpty());
    assertThat(results.results()).allSatisfy(result -> assertThat(result.expected()).as(result.scenario()).isPositive());
  }

  /** What they do to the cluster is proven together: to start and to come to rest takes longer than the faults. */
  private static Scenario oneAfterTheOther(List<Scenario> all) {
    return new Scenario("short", all.stream().map(Scenario::name).collect(Collectors.joining(", ")), stage -> {
      for (Scenario one : all) {
        one.story().play(stage);
        stage.requireReady(READY_TIME);
      }
    });
  }
}
