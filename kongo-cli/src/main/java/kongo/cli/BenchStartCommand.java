package kongo.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.ClusterSettings;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.StartFigures;
import kongo.bench.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how long a node takes to get ready. */
@Command(name = "start", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Start a node beside stores that run, on each JDK that is found, with and without what ./kongo train has kept, in turn; "
        + "tell the seconds until it is ready, its CPU seconds until then, and those of each step: medians over the rounds.")
final class BenchStartCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("way", "ready", "readyLeast", "readyGreatest", "cpu", "cpuLeast", "cpuGreatest");

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "How often each is started (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    ClusterSettings cluster = options.cluster(1, Optional.empty());
    Instant begin = Instant.now();
    List<Verified<StartFigures>> ways = StartFigures.run(cluster, Math.max(1, rounds));
    Report report = Report.ofPoints("start", begin, options.all(), ways);
    List<String> columns = new ArrayList<>(COLUMNS);
    ways.get(0).figures().steps().keySet().stream().map(step -> "steps." + step).forEach(columns::add);
    options.tell(ReportText.ofPoints(report, columns), report);
    return Exit.OK;
  }
}
