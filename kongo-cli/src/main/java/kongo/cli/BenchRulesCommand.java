package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.BenchWorld;
import kongo.bench.ClusterSettings;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.RuleChanges;
import kongo.bench.RulesFigures;
import kongo.bench.RulesSettings;
import kongo.bench.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a change of the rule book costs. */
@Command(name = "rules", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Let the engine live through a time of readings, then change its rule book: what a book that touches nothing old takes of CPU for "
        + "each Location, and how long one that has all readings judged anew takes beside a load, and what becomes of the load's latency. "
        + "Ends with 1 if the verdict is not clean.")
final class BenchRulesCommand implements Callable<Integer> {

  @Option(names = "--locations", paramLabel = "N", defaultValue = "1000", description = "How many Locations, a third of them warehouses (default: ${DEFAULT-VALUE}).")
  private int locations;

  @Option(names = "--goods", paramLabel = "N", description = "How many Goods (default: ten for each Location).")
  private Optional<Integer> goods = Optional.empty();

  @Option(names = "--readings", paramLabel = "N", defaultValue = "10000000", description = "How many readings there are to be judged anew (default: ${DEFAULT-VALUE}).")
  private long readings;

  @Option(names = "--span", paramLabel = "TIME", converter = DurationText.class, description = "Event time that they are of; sensors report as often as that makes it (default: 7d).")
  private Duration span = Duration.ofDays(7);

  @Option(names = "--changes", paramLabel = "N", defaultValue = "3", description = "How often a book is changed that touches nothing, of each kind (default: ${DEFAULT-VALUE}).")
  private int changes;

  @Option(names = "--rate", paramLabel = "N", defaultValue = "10000", description = "Records per second beside the one that has everything judged anew (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(names = "--for", paramLabel = "TIME", converter = DurationText.class, description = "How long the same load comes before, once to warm up and once to compare with (default: 30s).")
  private Duration length = Duration.ofSeconds(30);

  @Option(names = "--linger", paramLabel = "TIME", converter = DurationText.class, description = "How long the sender gathers records for one request; counted in the latencies (default: 1ms).")
  private Duration linger = Duration.ofMillis(1);

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed and options give the same records (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many cluster nodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(names = "--jfr", paramLabel = "FILE", description = "Record the nodes' flight.")
  private Optional<Path> jfr = Optional.empty();

  @Option(names = "--wait", paramLabel = "TIME", converter = DurationText.class, description = "How long anything may take at most (default: 30m).")
  private Duration wait = Duration.ofMinutes(30);

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    RulesSettings settings = options.checked(() -> new RulesSettings(world(), readings, changes, rate, length, linger, options.verify(), wait));
    ClusterSettings cluster = options.cluster(nodes, jfr);
    Instant begin = Instant.now();
    Verified<RulesFigures> run = RuleChanges.run(cluster, settings);
    Report report = Report.ofRuns("rules", begin, options.all(), List.of(run));
    options.tell(ReportText.ofRuns(report), report);
    return run.isClean() ? Exit.OK : Exit.WRONG;
  }

  private BenchWorld world() {
    return BenchWorld.of(BenchWorld.Course.STEADY, goods.orElse(10 * locations), locations, BenchWorld.STEADY_RFID_SHARE, seed)
        .withReadings(readings, span);
  }
}
