package kongo.simulator.world;

import java.time.Duration;
import java.util.SplittableRandom;

/** Random durations in milliseconds and events that may or may not happen. */
final class Draw {

  private Draw() {}

  static boolean chance(SplittableRandom random, double probability) {
    return random.nextDouble() < probability;
  }

  /** As {@link #chance}, but what never happens is not drawn: so a world without it is the same as before. */
  static boolean happens(SplittableRandom random, double probability) {
    return probability > 0 && chance(random, probability);
  }

  /** StrictMath, for the same value on every machine. */
  static double exponential(SplittableRandom random, double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  static long exponential(SplittableRandom random, Duration mean) {
    return Math.max(1, Math.round(exponential(random, (double) mean.toMillis())));
  }

  /** Uniform over least..most. */
  static long between(SplittableRandom random, long least, long most) {
    return random.nextLong(least, most + 1);
  }
}
