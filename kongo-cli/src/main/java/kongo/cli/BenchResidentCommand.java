package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.ClusterSettings;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.Resident;
import kongo.bench.ResidentFigures;
import kongo.bench.ResidentSettings;
import kongo.bench.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what Goods take up in memory, and how fast they come back. */
@Command(name = "resident", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Fill the memory of one node with Goods that do nothing, and measure its heap, garbage collected: with all of them in memory, "
        + "and with none of them but their Locations. In between bring some back from their journals by a read of their tags.")
final class BenchResidentCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("goods", "emptyHeapMb", "residentHeapMb", "knownHeapMb", "bytesPerResident", "bytesPerKnown", "coldPerSecond", "verdict");

  @Option(names = "--goods", paramLabel = "N", split = ",", defaultValue = "10000,100000", description = "How many Goods, each time from nothing (default: ${DEFAULT-VALUE}).")
  private List<Integer> goods;

  @Option(names = "--locations", paramLabel = "N", defaultValue = "1000", description = "How many warehouses they are in (default: ${DEFAULT-VALUE}).")
  private int locations;

  @Option(names = "--cold", paramLabel = "N", defaultValue = "20000", description = "How many of them are brought back (default: ${DEFAULT-VALUE}).")
  private int cold;

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    ResidentSettings settings =
        options.checked(() -> new ResidentSettings(goods, locations, cold, options.verify(), Duration.ofHours(2)));
    ClusterSettings cluster = options.cluster(1, Optional.empty());
    Instant begin = Instant.now();
    List<Verified<ResidentFigures>> points = Resident.run(cluster, settings);
    Report report = Report.ofPoints("resident", begin, options.all(), points);
    options.tell(ReportText.ofPoints(report, COLUMNS), report);
    return points.stream().allMatch(Verified::isClean) ? Exit.OK : Exit.WRONG;
  }
}
