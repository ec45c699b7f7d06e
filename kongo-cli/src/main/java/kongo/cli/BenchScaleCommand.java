package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.ClusterSettings;
import kongo.bench.DrainSettings;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.ScaleFigures;
import kongo.bench.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what it costs to do the same work with more nodes on the same machine. */
@Command(name = "scale", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Drain the same records with more and more nodes on the same cores, and tell the ratio of their rates to the first. Ends with 1 "
        + "if a verdict is not clean.")
final class BenchScaleCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "nodes", "drain.eventsPerSecond", "ratio", "drain.plateauEventsPerSecond", "plateauRatio", "drain.engineCpuMicrosPerEvent",
          "drain.cpuMicrosPerEvent", "drain.peakHeapMb", "verdict");

  @Mixin private BenchWorldOptions world;

  @Option(names = "--nodes", paramLabel = "N", split = ",", defaultValue = "1,2,3", description = "How many cluster nodes, one after the other (default: ${DEFAULT-VALUE}).")
  private List<Integer> nodes;

  @Option(names = "--events", paramLabel = "N", defaultValue = "2000000", description = "How many records are drained (default: ${DEFAULT-VALUE}).")
  private long events;

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    DrainSettings drain = options.checked(() -> new DrainSettings(
        world.world(), events, true, options.verify(), Duration.ofMinutes(30), DrainSettings.Part.EVERYTHING));
    ClusterSettings cluster = options.cluster(world, nodes.get(0), Optional.empty());
    Instant begin = Instant.now();
    List<Verified<ScaleFigures>> points = ScaleFigures.run(cluster, drain, nodes);
    Report report = Report.ofPoints("scale", begin, options.all(), points);
    options.tell(ReportText.ofPoints(report, COLUMNS), report);
    return points.stream().allMatch(Verified::isClean) ? Exit.OK : Exit.WRONG;
  }
}
