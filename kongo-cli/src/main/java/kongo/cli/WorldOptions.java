package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kongo.simulator.World;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.ClassicWorld;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;
import picocli.CommandLine.Option;

/** The options that say which world is simulated; what is not given is the world's own. */
final class WorldOptions {

  /** Which course of events. */
  enum Name {
    CLASSIC,
    STEADY
  }

  /** How much happens in the steady world. */
  enum Mix {
    REALISTIC,
    DENSE
  }

  @Option(names = "--world", paramLabel = "NAME", defaultValue = "steady", description = "classic or steady (default: ${DEFAULT-VALUE}).")
  private Name name;

  @Option(names = "--mix", paramLabel = "MIX", defaultValue = "realistic", description = "Of the steady world: realistic, or dense, where a minute shows every kind of violation (default: ${DEFAULT-VALUE}).")
  private Mix mix;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed and options give the same records (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--start", paramLabel = "TIME", description = "Event time of the first record, such as 2024-01-01T00:00:00Z (the default), or now.")
  private String start = ClassicSettings.START.toString();

  @Option(names = "--goods", paramLabel = "N", description = "How many Goods.")
  private Optional<Integer> goods = Optional.empty();

  @Option(names = "--warehouses", paramLabel = "N", description = "How many warehouses.")
  private Optional<Integer> warehouses = Optional.empty();

  @Option(names = "--trucks", paramLabel = "N", description = "How many trucks.")
  private Optional<Integer> trucks = Optional.empty();

  @Option(names = "--max-weight", paramLabel = "KG", description = "Upper end of what trucks may carry.")
  private Optional<Integer> maxWeight = Optional.empty();

  @Option(names = "--use-by", paramLabel = "TIME", converter = DurationText.class, description = "PERISHABLE Goods expire within this time.")
  private Duration useBy;

  @Option(names = "--missed-reads", paramLabel = "P", description = "Share of the RFID events that no gate notices.")
  private Optional<Double> missedReads = Optional.empty();

  @Option(names = "--repeated-reads", paramLabel = "P", description = "steady: share of the RFID events that are read again.")
  private Optional<Double> repeatedReads = Optional.empty();

  @Option(names = "--period", paramLabel = "TIME", converter = DurationText.class, description = "steady: time between two readings of a sensor.")
  private Duration period;

  @Option(names = "--stay", paramLabel = "TIME", converter = DurationText.class, description = "steady: how long a Goods is at one place, about.")
  private Duration stay;

  @Option(names = "--between-failures", paramLabel = "TIME", converter = DurationText.class, description = "steady: mean time between two failures of a place.")
  private Duration betweenFailures;

  @Option(names = "--failure", paramLabel = "TIME", converter = DurationText.class, description = "steady: mean length of a failure.")
  private Duration failure;

  @Option(names = "--overloads", paramLabel = "P", description = "steady: share of the truck trips that are overloaded.")
  private Optional<Double> overloads = Optional.empty();

  @Option(names = "--incompatible", paramLabel = "P", description = "steady: share of the loads that meet something they must not travel with.")
  private Optional<Double> incompatible = Optional.empty();

  long seed() {
    return seed;
  }

  Instant start() {
    return start.equals("now") ? Instant.ofEpochMilli(System.currentTimeMillis()) : Instant.parse(start);
  }

  World world(Instant from) {
    return name == Name.CLASSIC ? new ClassicWorld(classic(from)) : new SteadyWorld(steady(from));
  }

  /** The world in full, to be recognised when it is to be continued. */
  String text(Instant from) {
    return name == Name.CLASSIC ? classic(from).toString() : steady(from).toString();
  }

  private ClassicSettings classic(Instant from) {
    ClassicSettings own = ClassicSettings.DEFAULT;
    return new ClassicSettings(
        seed, from,
        goods.orElse(own.goods()), warehouses.orElse(own.warehouses()), trucks.orElse(own.trucks()),
        maxWeight.orElse(own.maxWeightKg()), or(useBy, own.useBy()), missedReads.orElse(own.missedReads()));
  }

  private SteadySettings steady(Instant from) {
    SteadySettings own = mix == Mix.DENSE ? SteadySettings.DENSE : SteadySettings.REALISTIC;
    return new SteadySettings(
        seed, from,
        goods.orElse(own.goods()), warehouses.orElse(own.warehouses()), trucks.orElse(own.trucks()),
        maxWeight.orElse(own.maxWeightKg()), or(useBy, own.useBy()), missedReads.orElse(own.missedReads()),
        repeatedReads.orElse(own.repeatedReads()), or(period, own.period()), or(stay, own.stay()),
        or(betweenFailures, own.betweenFailures()), or(failure, own.failure()),
        overloads.orElse(own.overloads()), incompatible.orElse(own.incompatible()));
  }

  private static Duration or(Duration given, Duration own) {
    return Optional.ofNullable(given).orElse(own);
  }
}
