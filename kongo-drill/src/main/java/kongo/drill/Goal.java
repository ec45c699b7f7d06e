package kongo.drill;

import java.time.Duration;

/**
 * How long a record may wait for its decision after a fault; not reaching it is no failure.
 *
 * @param hit in the partitions that the fault is done to; zero: no goal
 * @param survivors in the other partitions of the sensors; zero: no goal
 */
public record Goal(Duration hit, Duration survivors) {

  static final Goal NONE = new Goal(Duration.ZERO, Duration.ZERO);

  /** Of one of three nodes lost. */
  static final Goal NODE_LOST = new Goal(Duration.ofSeconds(15), Duration.ofSeconds(2));

  /** A store is away for so long: at work again within five seconds after it. */
  static Goal storeAway(Duration time) {
    return new Goal(time.plusSeconds(5), Duration.ZERO);
  }
}
