package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.simulator.World;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.ClassicWorld;
import kongo.simulator.world.Devices;
import kongo.simulator.world.Journeys;
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

  /** A few turns. */
  private static final Duration CLASSIC_LONGEST_STAY = Duration.ofHours(4);

  @Option(names = "--world", paramLabel = "NAME", defaultValue = "steady", description = "classic, made for nodes with --rules hocon/original.conf, or steady (default: ${DEFAULT-VALUE}).")
  private Name name;

  @Option(names = "--mix", paramLabel = "MIX", defaultValue = "realistic", description = "Of the steady world: realistic, or dense: short stays and much trouble, lively at --pace 60 (default: ${DEFAULT-VALUE}).")
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

  @Option(names = "--zone-moves", paramLabel = "P", description = "steady: share of the stays in a warehouse during which a Goods is moved into the zone beside it, and back.")
  private Optional<Double> zoneMoves = Optional.empty();

  @Option(names = "--rereads", paramLabel = "P", description = "steady: share of the loads at which the gate reads the tag as received once more.")
  private Optional<Double> rereads = Optional.empty();

  @Option(names = "--routed", paramLabel = "P", description = "steady: share of the Goods that have a route.")
  private Optional<Double> routed = Optional.empty();

  @Option(names = "--wrong-deliveries", paramLabel = "P", description = "steady: share of the stops off its route at which a Goods is unloaded all the same.")
  private Optional<Double> wrongDeliveries = Optional.empty();

  @Option(names = "--reused-tags", paramLabel = "P", description = "steady: share of the delivered Goods whose tag the next new Goods gets.")
  private Optional<Double> reusedTags = Optional.empty();

  @Option(names = "--profile-changes", paramLabel = "P", description = "steady: share of the stays in a warehouse during which the registry says something else of a Goods (from now on, before, ahead, since ever, or nothing), and of the trips for which it gives the truck another limit.")
  private Optional<Double> profileChanges = Optional.empty();

  @Option(names = "--loggers", paramLabel = "P", description = "steady: share of the Goods with a temperature class in whose box a logger travels.")
  private Optional<Double> loggers = Optional.empty();

  @Option(names = "--silent", paramLabel = "P", description = "steady: share of the failures during which a sensor, or all of the place, says nothing.")
  private Optional<Double> silent = Optional.empty();

  @Option(names = "--faulty", paramLabel = "P", description = "steady: share of the failures during which the thermometer says -127, 85 or -999.")
  private Optional<Double> faulty = Optional.empty();

  @Option(names = "--units", paramLabel = "P", description = "steady: share of the places whose sensors say their values in other units.")
  private Optional<Double> units = Optional.empty();

  long seed() {
    return seed;
  }

  Instant start() {
    return start.equals("now") ? Instant.ofEpochMilli(System.currentTimeMillis()) : Instant.parse(start);
  }

  /** What the world is made for. */
  RuleBook book() {
    return name == Name.CLASSIC ? RuleBooks.original() : RuleBooks.shipped();
  }

  World world(Instant from) {
    return name == Name.CLASSIC ? new ClassicWorld(classic(from)) : new SteadyWorld(steady(from));
  }

  /** The world in full, to be recognised when it is to be continued. */
  String text(Instant from) {
    return name == Name.CLASSIC ? classic(from).toString() : steady(from).toString();
  }

  /** Longer than a Goods usually is at one place. */
  Duration longestStay() {
    return name == Name.CLASSIC ? CLASSIC_LONGEST_STAY : steady(Instant.EPOCH).stay().multipliedBy(3).dividedBy(2);
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
        overloads.orElse(own.overloads()), incompatible.orElse(own.incompatible()), journeys(own.journeys()), devices(own.devices()));
  }

  private Journeys journeys(Journeys own) {
    return new Journeys(
        zoneMoves.orElse(own.zoneMoves()), rereads.orElse(own.rereads()), routed.orElse(own.routed()),
        wrongDeliveries.orElse(own.wrongDeliveries()), reusedTags.orElse(own.reusedTags()),
        profileChanges.orElse(own.profileChanges()));
  }

  private Devices devices(Devices own) {
    return new Devices(
        loggers.orElse(own.loggers()), silent.orElse(own.silent()), faulty.orElse(own.faulty()), units.orElse(own.units()));
  }

  private static Duration or(Duration given, Duration own) {
    return Optional.ofNullable(given).orElse(own);
  }
}
