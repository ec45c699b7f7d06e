package kongo.simulator.world;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One metric of a place, and the values that the classic world gives it. */
record Measure(String metric, double min, double max) {

  static final String TEMPERATURE = "temperature";

  private static final double CENTS = 100;

  private static final List<Measure> EVERYWHERE =
      List.of(
          new Measure(TEMPERATURE, Double.NaN, Double.NaN),
          new Measure("humidity", 0, 100),
          new Measure("illuminance", 0, 100_000));

  static final List<Measure> OF_TRUCKS =
      with(
          new Measure("acceleration", 0, 100),
          new Measure("vibrationDisplacement", 0, 1_000),
          new Measure("vibrationVelocity", 0, 1_000));

  static final List<Measure> OF_WAREHOUSES =
      with(
          new Measure("ozone", 0, 10_000),
          new Measure("particles", 0, 10_000),
          new Measure("toxicGas", 0, 10_000),
          new Measure("sulfurDioxide", 0, 10),
          new Measure("nitrousOxides", 0, 10));

  private static List<Measure> with(Measure... more) {
    return Stream.concat(EVERYWHERE.stream(), Stream.of(more)).toList();
  }

  /** Uniform, to two decimals; temperatures as the place's climate has them. */
  double anyValue(SplittableRandom random, Climate climate) {
    boolean byClimate = metric.equals(TEMPERATURE);
    double least = byClimate ? climate.min : min;
    double most = byClimate ? climate.max : max;
    return cents(least + random.nextDouble() * (most - least));
  }

  static double cents(double value) {
    return Math.rint(value * CENTS) / CENTS;
  }
}
