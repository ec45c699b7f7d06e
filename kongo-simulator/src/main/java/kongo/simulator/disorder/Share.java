package kongo.simulator.disorder;

import java.time.Duration;
import java.util.SplittableRandom;

/** A share of something, and a time that it is about: {@code P,D} on the command line. */
public record Share(double share, Duration time) {

  public static final Share NONE = new Share(0, Duration.ZERO);

  public Share {
    if (!(share >= 0 && share <= 1) || time.isNegative()) {
      throw new IllegalArgumentException("a share is between 0 and 1 and a time not negative: " + share + "," + time);
    }
  }

  boolean isNone() {
    return share == 0 || time.isZero();
  }

  boolean draws(SplittableRandom random) {
    return random.nextDouble() < share;
  }

  long within(SplittableRandom random) {
    return random.nextLong(time.toMillis() + 1);
  }
}
