package kongo.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import kongo.bench.BenchWorld;
import kongo.bench.DrainSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast the engine takes moves. */
@Command(name = "moves", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Drain a topic of moves alone: of each the Goods and both Locations are journaled. Ends with 1 if the verdict is not clean.")
final class BenchMovesCommand implements Callable<Integer> {

  @Option(names = "--moves", paramLabel = "N", defaultValue = "50000", description = "How many moves are drained (default: ${DEFAULT-VALUE}).")
  private long moves;

  @Option(names = "--goods", paramLabel = "N", defaultValue = "10000", description = "How many Goods (default: ${DEFAULT-VALUE}).")
  private int goods;

  @Option(names = "--locations", paramLabel = "N", defaultValue = "1000", description = "How many locations (default: ${DEFAULT-VALUE}).")
  private int locations;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed and options give the same records (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--nodes", paramLabel = "N", defaultValue = "1", description = "How many cluster nodes (default: ${DEFAULT-VALUE}).")
  private int nodes;

  @Option(names = "--runs", paramLabel = "N", defaultValue = "1", description = "How often, each time from nothing (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--jfr", paramLabel = "FILE", description = "Record the nodes' flight while they are measured.")
  private Optional<Path> jfr = Optional.empty();

  @Mixin private BenchOptions options;

  @Override
  public Integer call() throws Exception {
    DrainSettings drain = options.checked(this::drain);
    return options.drain("moves", options.cluster(nodes, jfr), drain, runs);
  }

  /** A share of one: Goods stay so short that about as much is moved as measured. */
  private DrainSettings drain() {
    BenchWorld world = BenchWorld.of(BenchWorld.Course.STEADY, goods, locations, 1, seed).withoutRepeatedReads();
    return new DrainSettings(world, moves, true, options.verify(), Duration.ofMinutes(30), DrainSettings.Part.MOVES);
  }
}
