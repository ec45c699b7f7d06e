package kongo.cli;

import kongo.bench.BenchWorld;
import picocli.CommandLine.Option;

/** The options that say which world a bench sends. */
final class BenchWorldOptions {

  @Option(names = "--world", paramLabel = "NAME", defaultValue = "steady", description = "steady or classic (default: ${DEFAULT-VALUE}).")
  private BenchWorld.Course course;

  @Option(names = "--goods", paramLabel = "N", defaultValue = "10000", description = "How many Goods (default: ${DEFAULT-VALUE}).")
  private int goods;

  @Option(names = "--locations", paramLabel = "N", defaultValue = "1000", description = "How many locations, a third of them warehouses (default: ${DEFAULT-VALUE}).")
  private int locations;

  @Option(names = "--rfid-share", paramLabel = "P", defaultValue = "0.0015", description = "steady: share of the RFID events (default: ${DEFAULT-VALUE}).")
  private double rfidShare;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed and options give the same records (default: ${DEFAULT-VALUE}).")
  private long seed;

  boolean isClassic() {
    return course == BenchWorld.Course.CLASSIC;
  }

  BenchWorld world() {
    return BenchWorld.of(course, goods, locations, rfidShare, seed);
  }
}
