package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Books that are closed after an hour of event time, on real stores and two nodes; ./kongo drill has the long ones. */
class LongLifeIT {

  private static final long SEED = 1;
  private static final double LOAD = 300;
  private static final Path DATA = Path.of(System.getProperty("basedir", "."), "target", "long-life");

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void whatIsKeptIsRightWhateverCameBeforeAndHoweverLongThatIs() throws Exception {
    DrillSettings settings = new DrillSettings(DATA, 2, LOAD, SEED, Optional.of(RetentionScenario.RETENTION), System.out::println);
    List<Scenario> scenarios =
        List.of(Scenarios.longLife(new LongLifeSizes(3, 60, 300, 150, 3)), Scenarios.retention(Duration.ofSeconds(12)));
    ResultFile results = ResultFile.fresh(DATA.resolve("results.json"));
    try (DrillRun run = new DrillRun(settings, results, result -> System.out.println(DrillText.of(result)))) {
      run.play(scenarios);
    }

    assertThat(results.results()).hasSameSizeAs(scenarios);
    assertThat(results.results()).allSatisfy(result -> assertThat(result.findings()).as(result.scenario()).isEmpty());
    assertThat(results.results()).allSatisfy(
        result -> assertThat(result.figures()).as(result.scenario())
            .anyMatch(figure -> figure.matches("heap after a collection: \\d+ and \\d+ MiB"))
            .anyMatch(figure -> figure.matches("journal: [1-9].*"))
            .anyMatch(figure -> figure.matches("largest message between nodes: [1-9].*")));
  }
}
