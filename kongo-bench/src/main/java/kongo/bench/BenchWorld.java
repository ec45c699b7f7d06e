package kongo.bench;

import java.time.Duration;
import kongo.simulator.World;
import kongo.simulator.world.ClassicSettings;
import kongo.simulator.world.ClassicWorld;
import kongo.simulator.world.SteadySettings;
import kongo.simulator.world.SteadyWorld;

/**
 * The world that a bench sends.
 *
 * @param locations one third of them warehouses, the others trucks
 * @param rfidShare of the steady world's records; how long Goods stay follows from it
 * @param betweenFailures of the steady world: mean time between two failures of a place
 * @param repeatedReads of the steady world: share of the RFID events that the gate reads again
 * @param period of the steady world: between two readings of one sensor
 */
public record BenchWorld(
    Course course, int goods, int locations, double rfidShare, long seed, Duration betweenFailures, double repeatedReads, Duration period) {

  /** Which course of events. */
  public enum Course {
    STEADY,
    CLASSIC
  }

  private static final SteadySettings STEADY = SteadySettings.REALISTIC;
  public static final double STEADY_RFID_SHARE = 0.0015;

  private static final int SENSORS_OF_WAREHOUSE = 8;
  private static final int SENSORS_OF_TRUCK = 6;
  private static final Duration CLASSIC_RECEIVING = Duration.ofMinutes(15);

  public BenchWorld {
    require(goods >= 0, "--goods must be at least 0");
    require(locations >= 3, "--locations must be at least 3");
    require(rfidShare > 0 && rfidShare <= 1, "--rfid-share must be above 0 and at most 1");
    require(period.toMillis() > 0, "sensors must not report more often than once a millisecond");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /** With as much trouble as there is in the realistic mix. */
  public static BenchWorld of(Course course, int goods, int locations, double rfidShare, long seed) {
    return new BenchWorld(course, goods, locations, rfidShare, seed, STEADY.betweenFailures(), STEADY.repeatedReads(), STEADY.period());
  }

  public BenchWorld with(int otherGoods, int otherLocations) {
    return new BenchWorld(course, otherGoods, otherLocations, rfidShare, seed, betweenFailures, repeatedReads, period);
  }

  public BenchWorld withBetweenFailures(Duration other) {
    return new BenchWorld(course, goods, locations, rfidShare, seed, other, repeatedReads, period);
  }

  /** With gates that read everything once. */
  public BenchWorld withoutRepeatedReads() {
    return new BenchWorld(course, goods, locations, rfidShare, seed, betweenFailures, 0, period);
  }

  /** With sensors that report so seldom that all readings of a time are so many. */
  public BenchWorld withReadings(long readings, Duration time) {
    Duration seldom = Duration.ofMillis(time.toMillis() * sensors(warehouses(), trucks()) / Math.max(1, readings));
    return new BenchWorld(course, goods, locations, rfidShare, seed, betweenFailures, repeatedReads, seldom);
  }

  World world() {
    return course == Course.CLASSIC ? new ClassicWorld(classic()) : new SteadyWorld(steady(), settling());
  }

  /** Event time at which all Goods are in place and come and go as they will; no sensor reports before. */
  long settledAt() {
    return ClassicSettings.START.toEpochMilli() + settling().toMillis();
  }

  private Duration settling() {
    return course == Course.CLASSIC ? CLASSIC_RECEIVING : stay();
  }

  private int warehouses() {
    return locations / 3;
  }

  private int trucks() {
    return locations - warehouses();
  }

  private ClassicSettings classic() {
    ClassicSettings own = ClassicSettings.DEFAULT;
    return new ClassicSettings(
        seed, own.start(), goods, warehouses(), trucks(), own.maxWeightKg(), own.useBy(), own.missedReads());
  }

  private SteadySettings steady() {
    return new SteadySettings(
        seed, STEADY.start(), goods, warehouses(), trucks(), maxWeightKg(), STEADY.useBy(), STEADY.missedReads(),
        repeatedReads, period, stay(), betweenFailures, STEADY.failure(), STEADY.overloads(),
        STEADY.incompatible(), STEADY.journeys());
  }

  /** More Goods for each truck have longer stays, and so fewer trips: they need more room for the same share of moves. */
  private int maxWeightKg() {
    double perTruck = goods / (double) trucks();
    double realistic = STEADY.goods() / (double) STEADY.trucks();
    return (int) Math.round(STEADY.maxWeightKg() * Math.max(1, perTruck / realistic));
  }

  /** The realistic mix has its share with its own stay; more Goods for each reading have to stay longer for the same. */
  private Duration stay() {
    double goodsRatio = Math.max(1, goods) / (double) STEADY.goods();
    double sensorRatio = sensors(warehouses(), trucks()) / (double) sensors(STEADY.warehouses(), STEADY.trucks());
    double readingRatio = sensorRatio * STEADY.period().toMillis() / period.toMillis();
    double factor = goodsRatio / readingRatio * STEADY_RFID_SHARE / rfidShare;
    return Duration.ofMillis(Math.max(1_000, Math.round(STEADY.stay().toMillis() * factor)));
  }

  private static long sensors(int warehouses, int trucks) {
    return (long) SENSORS_OF_WAREHOUSE * warehouses + (long) SENSORS_OF_TRUCK * trucks;
  }
}
