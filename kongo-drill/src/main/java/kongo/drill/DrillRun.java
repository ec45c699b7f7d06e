package kongo.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Several scenarios in a row: on one cluster as long as all is well, on a new one after a finding, which keeps the old one's data. */
public final class DrillRun implements AutoCloseable {

  private final DrillSettings settings;
  private final ResultFile results;
  private final Consumer<DrillResult> tell;
  private volatile Drill drill;
  private volatile boolean closed;
  private int clusters;

  public DrillRun(DrillSettings settings, ResultFile results, Consumer<DrillResult> tell) {
    this.settings = settings;
    this.results = results;
    this.tell = tell;
  }

  /** Plays those that the result file does not have yet; answers whether all of the file are clean. */
  public boolean play(List<Scenario> scenarios) throws Exception {
    int number = 0;
    for (Scenario scenario : scenarios) {
      number++;
      if (!closed && !results.has(scenario.name(), settings.seed())) {
        settings.say().accept("--- %s (%d of %d): %s".formatted(scenario.name(), number, scenarios.size(), scenario.what()));
        play(scenario);
      }
    }
    return !closed && results.results().stream().allMatch(DrillResult::clean);
  }

  private void play(Scenario scenario) throws Exception {
    Footing wanted = scenario.footing(settings);
    Optional<String> refused = wanted.ground().refused();
    if (refused.isPresent()) {
      keep(DrillResult.skipped(scenario, settings.seed(), refused.get()));
      return;
    }
    DrillResult result = result(wanted, scenario);
    keep(result);
    if (!result.clean()) {
      endCluster();
    }
  }

  /** What does not start or come back at all is a finding as well. */
  private DrillResult result(Footing wanted, Scenario scenario) throws Exception {
    try {
      return on(wanted).run(scenario);
    } catch (RuntimeException problem) {
      return DrillResult.unfinished(scenario, settings.seed(), problem.toString());
    }
  }

  /** The cluster that is there, if it is of this kind. */
  private Drill on(Footing wanted) throws InterruptedException {
    if (drill != null && !drill.suits(wanted)) {
      endCluster();
    }
    if (drill == null) {
      clusters++;
      Path folder = settings.data().resolve("cluster-" + clusters);
      settings.say().accept("starting %d nodes and stores in %s".formatted(settings.nodes(), folder));
      drill = Drill.start(settings.in(folder), wanted);
    }
    return drill;
  }

  /** What fails because the run is ended is no result. */
  private void keep(DrillResult result) throws IOException {
    if (!closed) {
      results.add(result);
      tell.accept(result);
    }
  }

  @Override
  public void close() {
    closed = true;
    endCluster();
  }

  private void endCluster() {
    Drill last = drill;
    drill = null;
    if (last != null) {
      last.close();
    }
  }
}
