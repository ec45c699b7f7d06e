package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.BenchWorld;
import kongo.bench.ClusterSettings;
import kongo.bench.DrainSettings;
import kongo.bench.GrowthFigures;
import kongo.bench.GrowthPlot;
import kongo.bench.GrowthSettings;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what an event costs as the world grows. */
@Command(name = "growth", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Drain worlds of growing size, first in Goods, then in locations, and tell what an event costs in each; also as a plot, SVG and "
        + "PNG, beside the JSON. Ends with 1 if a verdict is not clean.")
final class BenchGrowthCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "goods", "locations", "drain.engineCpuMicrosPerEvent", "relativeCost",
          "drain.plateauEngineCpuMicrosPerEvent", "relativePlateauCost", "drain.cpuMicrosPerEvent", "drain.eventsPerSecond",
          "drain.checksPerSecond", "drain.peakHeapMb", "verdict");

  @Option(names = "--goods", paramLabel = "N", split = ",", defaultValue = "1000,10000,100000,1000000", description = "Numbers of Goods, in --at-locations (default: ${DEFAULT-VALUE}).")
  private List<Integer> goods;

  @Option(names = "--locations", paramLabel = "N", split = ",", defaultValue = "300,1000,3000,10000,30000", description = "Numbers of locations, with --at-goods (default: ${DEFAULT-VALUE}).")
  private List<Integer> locations;

  @Option(names = "--at-goods", paramLabel = "N", defaultValue = "10000", description = "Goods while locations grow (default: ${DEFAULT-VALUE}).")
  private int atGoods;

  @Option(names = "--at-locations", paramLabel = "N", defaultValue = "1000", description = "Locations while Goods grow (default: ${DEFAULT-VALUE}).")
  private int atLocations;

  @Option(names = "--events", paramLabel = "N", defaultValue = "4000000", description = "How many records are drained of each (default: ${DEFAULT-VALUE}).")
  private long events;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed and options give the same records (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    GrowthSettings growth = options.checked(() -> new GrowthSettings(goods, locations, atGoods, atLocations));
    DrainSettings drain = options.checked(this::drain);
    ClusterSettings cluster = options.cluster(1, Optional.empty());
    Instant begin = Instant.now();
    List<Verified<GrowthFigures>> points = GrowthFigures.run(cluster, drain, growth);
    Report report = Report.ofPoints("growth", begin, options.all(), points);
    Path kept = options.tell(ReportText.ofPoints(report, COLUMNS), report);
    Path plot = kept.resolveSibling(kept.getFileName().toString().replace(".json", ""));
    GrowthPlot.write(growth, points.stream().map(Verified::figures).toList(), plot);
    return points.stream().allMatch(Verified::isClean) ? Exit.OK : Exit.WRONG;
  }

  private DrainSettings drain() {
    BenchWorld world = BenchWorld.of(BenchWorld.Course.STEADY, atGoods, atLocations, BenchWorld.STEADY_RFID_SHARE, seed);
    return new DrainSettings(world, events, true, options.verify(), Duration.ofHours(2), DrainSettings.Part.EVERYTHING);
  }
}
