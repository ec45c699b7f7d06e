package kongo.simulator.world;

import java.time.Duration;

/** Refuses settings that no world can have, by the names of their options. */
final class Checks {

  private Checks() {}

  static void atLeast(String option, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException("--" + option + " must be at least " + least + ", not " + value);
    }
  }

  static void positive(String option, Duration value) {
    if (value.toMillis() < 1) {
      throw new IllegalArgumentException("--" + option + " must be at least 1 ms, not " + value);
    }
  }

  static void share(String option, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("--" + option + " must be between 0 and 1, not " + value);
    }
  }
}
