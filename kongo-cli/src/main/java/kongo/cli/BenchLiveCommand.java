package kongo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.ClusterSettings;
import kongo.bench.Live;
import kongo.bench.LiveFigures;
import kongo.bench.LiveSettings;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how soon a violation can be read while records come at a steady rate. */
@Command(name = "live", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Send records at a rate, each at its own time whatever the engine does, and measure how long after that time the violations that "
        + "they cause can be read, and whether the engine keeps up. Ends with 1 if the verdict is not clean.")
final class BenchLiveCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "rate", "achievedRate", "revisions", "p50Ms", "p99Ms", "p999Ms", "maxMs", "seenLagSlope", "durableLagSlope",
          "engineCpuMicrosPerEvent", "sustained");

  @Mixin private BenchWorldOptions world;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "20000", description = "Records per second; with --find the first to try (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(names = "--for", paramLabel = "TIME", converter = DurationText.class, description = "How long at a rate (default: 60s, with --find 2m).")
  private Duration length;

  @Option(names = "--runs", paramLabel = "N", defaultValue = "1", description = "How often at the rate, on the same cluster (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--find", description = "Look for the highest rate at which p99 stays below 250 ms and the lag does not grow.")
  private boolean find;

  @Option(names = "--warm-up", paramLabel = "TIME", converter = DurationText.class, description = "Under the same load, before the figures begin (default: 1m; cold code takes two).")
  private Duration warmUp = Duration.ofMinutes(1);

  @Option(names = "--linger", paramLabel = "TIME", converter = DurationText.class, description = "How long the sender gathers records for one request; counted in the latencies (default: 1ms).")
  private Duration linger = Duration.ofMillis(1);

  @Option(names = "--between-failures", paramLabel = "TIME", converter = DurationText.class, description = "Mean time between two failures of a place; short, so that there are latencies to count (default: 6h).")
  private Duration betweenFailures = Duration.ofHours(6);

  @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many cluster nodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(names = "--jfr", paramLabel = "FILE", description = "Record the nodes' flight.")
  private Optional<Path> jfr = Optional.empty();

  @Option(names = "--wait", paramLabel = "TIME", converter = DurationText.class, description = "How long what is left may take to be worked off (default: 10m).")
  private Duration wait = Duration.ofMinutes(10);

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    Duration each = length != null ? length : Duration.ofSeconds(find ? 120 : 60);
    LiveSettings settings =
        options.checked(() -> new LiveSettings(world.world().withBetweenFailures(betweenFailures), warmUp, each, linger, options.verify(), wait));
    ClusterSettings cluster = options.cluster(world, nodes, jfr);
    Instant begin = Instant.now();
    try (Live live = Live.start(cluster, settings)) {
      List<LiveFigures> tried = find ? live.find(rate) : live.at(rate, runs);
      List<Verified<LiveFigures>> points = live.verified(tried);
      tell(begin, points);
      return points.stream().allMatch(Verified::isClean) ? Exit.OK : Exit.WRONG;
    }
  }

  private void tell(Instant begin, List<Verified<LiveFigures>> points) throws IOException {
    Report report = find ? Report.ofPoints("live-find", begin, options.all(), points) : Report.ofRuns("live", begin, options.all(), points);
    List<String> lines = new ArrayList<>(List.of(find ? ReportText.ofPoints(report, COLUMNS) : ReportText.ofRuns(report)));
    if (find) {
      lines.add("highest rate sustained: %,.0f/s".formatted(highest(points)));
    }
    options.tell(String.join(System.lineSeparator(), lines), report);
  }

  private static double highest(List<Verified<LiveFigures>> points) {
    return points.stream().map(Verified::figures).filter(LiveFigures::sustained).mapToDouble(LiveFigures::rate).max().orElse(0);
  }
}
