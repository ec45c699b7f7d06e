package kongo.simulator.world;

import java.util.SplittableRandom;

/** What is wrong with the sensors of a place while it fails. */
enum Defect {
  /** Nothing: they say what is wrong with the place. */
  NONE,
  /** The thermometer says nothing. */
  MUTE,
  /** All of them say nothing. */
  DEAD,
  /** The thermometer says that it is broken. */
  FAULTY;

  /** A probe without its cable, one that has just been switched on, and no value. */
  private static final double[] CODES = {-127, 85, -999};

  /** It is drawn only where there are any. */
  static Defect any(SplittableRandom random, Devices devices) {
    if (devices.silent() + devices.faulty() == 0) {
      return NONE;
    }
    double drawn = random.nextDouble();
    if (drawn < devices.silent()) {
      return random.nextBoolean() ? MUTE : DEAD;
    }
    return drawn < devices.silent() + devices.faulty() ? FAULTY : NONE;
  }

  boolean isSilent() {
    return this == MUTE || this == DEAD;
  }

  boolean silences(String metric) {
    return this == DEAD || (this == MUTE && metric.equals(Measure.TEMPERATURE));
  }

  boolean garbles(String metric) {
    return this == FAULTY && metric.equals(Measure.TEMPERATURE);
  }

  /** What a broken one says in place of a temperature, whatever its unit. */
  static double code(SplittableRandom random) {
    return CODES[random.nextInt(CODES.length)];
  }
}
