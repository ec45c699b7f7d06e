package kongo.simulator.world;

import java.time.Duration;
import java.time.Instant;

/**
 * What the steady world is made of.
 *
 * @param start event time of the first record
 * @param goods how many are in the system at once
 * @param maxWeightKg upper end of what trucks may carry
 * @param useBy a PERISHABLE Goods' use-by time is uniform over this long after it is received
 * @param missedReads share of the RFID events that no gate notices
 * @param repeatedReads share of the RFID events that the gate reads again soon after
 * @param period between two readings of one sensor
 * @param stay how long a Goods is at one place, about
 * @param betweenFailures mean time between two failures of one place
 * @param failure mean length of a failure
 * @param overloads share of the truck trips
 * @param incompatible share of the loads that meet something they must not travel with
 * @param journeys what befalls Goods on their way
 * @param devices what its sensors are like
 */
public record SteadySettings(
    long seed,
    Instant start,
    int goods,
    int warehouses,
    int trucks,
    int maxWeightKg,
    Duration useBy,
    double missedReads,
    double repeatedReads,
    Duration period,
    Duration stay,
    Duration betweenFailures,
    Duration failure,
    double overloads,
    double incompatible,
    Journeys journeys,
    Devices devices) {

  /** With sensors that have nothing unusual. */
  public SteadySettings(
      long seed, Instant start, int goods, int warehouses, int trucks, int maxWeightKg, Duration useBy, double missedReads,
      double repeatedReads, Duration period, Duration stay, Duration betweenFailures, Duration failure, double overloads,
      double incompatible, Journeys journeys) {
    this(
        seed, start, goods, warehouses, trucks, maxWeightKg, useBy, missedReads, repeatedReads, period, stay, betweenFailures,
        failure, overloads, incompatible, journeys, Devices.NONE);
  }

  /** A quiet operation of 100 warehouses and 200 trucks: RFID is about 0.15 % of the records. */
  public static final SteadySettings REALISTIC =
      new SteadySettings(
          1,
          ClassicSettings.START,
          7_500,
          100,
          200,
          2_500,
          Duration.ofHours(100_000),
          0.005,
          0.2,
          Duration.ofSeconds(10),
          Duration.ofHours(8),
          Duration.ofHours(60),
          Duration.ofMinutes(10),
          0.05,
          0.02,
          Journeys.NONE);

  /** Little places, short stays and much trouble: two hours show something of every kind. To watch it wants a pace of 60. */
  public static final SteadySettings DENSE =
      new SteadySettings(
          1,
          ClassicSettings.START,
          300,
          10,
          30,
          1_000,
          Duration.ofHours(4),
          0.02,
          0.2,
          Duration.ofMinutes(1),
          Duration.ofMinutes(20),
          Duration.ofHours(1),
          Duration.ofMinutes(8),
          0.4,
          0.1,
          Journeys.EVENTFUL);

  /** The same world, in which more goes on. */
  public SteadySettings with(Journeys otherJourneys, Devices otherDevices) {
    return new SteadySettings(
        seed, start, goods, warehouses, trucks, maxWeightKg, useBy, missedReads, repeatedReads, period, stay, betweenFailures,
        failure, overloads, incompatible, otherJourneys, otherDevices);
  }

  public SteadySettings {
    Checks.atLeast("goods", goods, 0);
    Checks.atLeast("warehouses", warehouses, 1);
    Checks.atLeast("trucks", trucks, 0);
    Checks.atLeast("max-weight", maxWeightKg, 1);
    Checks.positive("use-by", useBy);
    Checks.share("missed-reads", missedReads);
    Checks.share("repeated-reads", repeatedReads);
    Checks.positive("period", period);
    Checks.positive("stay", stay);
    Checks.positive("between-failures", betweenFailures);
    Checks.positive("failure", failure);
    Checks.share("overloads", overloads);
    Checks.share("incompatible", incompatible);
  }
}
