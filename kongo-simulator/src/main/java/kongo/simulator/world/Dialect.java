package kongo.simulator.world;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import kongo.location.Reading;
import kongo.simulator.RecordSink;

/** The units in which the sensors of a place say their values: none, or by their codes of UCUM. */
enum Dialect {
  PLAIN(Map.of()),
  IMPERIAL(
      Map.of(
          Measure.TEMPERATURE, new Spoken("[degF]", v -> v * 9 / 5 + 32),
          "humidity", new Spoken("%", v -> v),
          "illuminance", new Spoken("klx", v -> v / 1000),
          "vibrationDisplacement", new Spoken("[in_i]", v -> v / 25.4))),
  SCIENTIFIC(
      Map.of(
          Measure.TEMPERATURE, new Spoken("K", v -> v + 273.15),
          "humidity", new Spoken("1", v -> v / 100),
          "illuminance", new Spoken("lx", v -> v),
          "acceleration", new Spoken("m/s2", v -> v * 9.80665),
          "vibrationDisplacement", new Spoken("m", v -> v / 1000),
          "vibrationVelocity", new Spoken("m/s", v -> v / 1000)));

  private static final double FINEST = 1e5;

  /** @param fromBase what a value in the base unit is in this one */
  private record Spoken(String unit, DoubleUnaryOperator fromBase) {

    /** To five decimals, as a device would say it. */
    double of(double value) {
      return Math.rint(fromBase.applyAsDouble(value) * FINEST) / FINEST;
    }
  }

  private final Map<String, Spoken> byMetric;

  Dialect(Map<String, Spoken> byMetric) {
    this.byMetric = byMetric;
  }

  /** @param share of those that name units */
  static Dialect any(SplittableRandom random, double share) {
    if (!Draw.happens(random, share)) {
      return PLAIN;
    }
    return random.nextBoolean() ? IMPERIAL : SCIENTIFIC;
  }

  void say(RecordSink sink, String place, Reading reading) {
    Spoken spoken = byMetric.get(reading.metric());
    if (spoken == null) {
      sink.measure(place, reading);
    } else {
      sink.measure(place, new Reading(reading.metric(), reading.sensor(), reading.time(), spoken.of(reading.value())), spoken.unit());
    }
  }
}
