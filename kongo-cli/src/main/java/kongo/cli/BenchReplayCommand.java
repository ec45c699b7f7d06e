package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.ClusterSettings;
import kongo.bench.DrainSettings;
import kongo.bench.ReplayFigures;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast the journals are replayed. */
@Command(name = "replay", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Drain records, stop the nodes, and measure how fast all violations are rebuilt from the journals. Ends with 1 if the verdict on "
        + "the drain is not clean, or the replay finds other violations.")
final class BenchReplayCommand implements Callable<Integer> {

  @Mixin private BenchWorldOptions world;

  @Option(names = "--events", paramLabel = "N", defaultValue = "2000000", description = "How many records are drained before (default: ${DEFAULT-VALUE}).")
  private long events;

  @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many cluster nodes write the journals (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    DrainSettings drain = options.checked(() -> new DrainSettings(
        world.world(), events, true, options.verify(), Duration.ofMinutes(30), DrainSettings.Part.EVERYTHING));
    ClusterSettings cluster = options.cluster(world, nodes, Optional.empty());
    Instant begin = Instant.now();
    Verified<ReplayFigures> run = ReplayFigures.run(cluster, drain);
    Report report = Report.ofRuns("replay", begin, options.all(), List.of(run));
    options.tell(ReportText.ofRuns(report), report);
    return run.isClean() && run.figures().equal() ? Exit.OK : Exit.WRONG;
  }
}
