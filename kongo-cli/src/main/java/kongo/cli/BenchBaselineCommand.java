package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.BaselineFigures;
import kongo.bench.ClusterSettings;
import kongo.bench.DrainSettings;
import kongo.bench.Report;
import kongo.bench.ReportText;
import kongo.bench.Rivals;
import kongo.bench.Verified;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a user would write instead, and the engine, on the same records. */
@Command(name = "baseline", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Fill the topics, then work them off three times: by the engine, which judges all rules and journals everything; by a plain consumer "
        + "loop with hash maps and nothing durable (the floor); by a Kafka Streams application with RocksDB. The last two judge the environment "
        + "rules only, and wait for nothing. Ends with 1 if the verdict on the engine is not clean.")
final class BenchBaselineCommand implements Callable<Integer> {

  @Mixin private BenchWorldOptions world;

  @Option(names = "--events", paramLabel = "N", defaultValue = "2000000", description = "How many records are worked off (default: ${DEFAULT-VALUE}).")
  private long events;

  @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many cluster nodes the engine has (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(names = "--runs", paramLabel = "N", defaultValue = "1", description = "How often, each time from nothing (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--wait", paramLabel = "TIME", converter = DurationText.class, description = "How long each may take at most (default: 30m).")
  private Duration wait = Duration.ofMinutes(30);

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    DrainSettings drain = options.checked(() -> new DrainSettings(
        world.world(), events, true, options.verify(), wait, DrainSettings.Part.EVERYTHING));
    ClusterSettings cluster = options.cluster(world, nodes, Optional.empty());
    Instant begin = Instant.now();
    List<Verified<BaselineFigures>> done = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      options.progress("run %d of %d".formatted(run, runs));
      done.add(Rivals.run(cluster, drain));
    }
    Report report = Report.ofRuns("baseline", begin, options.all(), done);
    options.tell(ReportText.ofRuns(report), report);
    return done.stream().allMatch(Verified::isClean) ? Exit.OK : Exit.WRONG;
  }
}
