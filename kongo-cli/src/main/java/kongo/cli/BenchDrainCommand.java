package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.DrainSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast the engine works off what is in the topics already. */
@Command(name = "drain", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Fill the topics, then start the engine and measure how fast it empties them: from the first record taken until every offset is "
        + "committed, so that everything is journaled and published. Ends with 1 if the verdict is not clean.")
final class BenchDrainCommand implements Callable<Integer> {

  @Mixin private BenchWorldOptions world;

  @Option(names = "--events", paramLabel = "N", defaultValue = "2000000", description = "How many records are drained (default: ${DEFAULT-VALUE}).")
  private long events;

  @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many cluster nodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(names = "--runs", paramLabel = "N", defaultValue = "1", description = "How often, each time from nothing (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--unsettled", description = "Measure the registry and the first moves of all Goods too; else the engine has taken them in before, and is started anew.")
  private boolean unsettled;

  @Option(names = "--jfr", paramLabel = "FILE", description = "Record the nodes' flight while they are measured.")
  private Optional<Path> jfr = Optional.empty();

  @Option(names = "--wait", paramLabel = "TIME", converter = DurationText.class, description = "How long it may take at most (default: 30m).")
  private Duration wait = Duration.ofMinutes(30);

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    DrainSettings drain = options.checked(() -> new DrainSettings(
        world.world(), events, !unsettled, options.verify(), wait, DrainSettings.Part.EVERYTHING));
    return options.drain("drain", options.cluster(world, nodes, jfr), drain, runs);
  }
}
