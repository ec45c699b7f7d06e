package kongo.local;

import java.time.Duration;

/** Hears of each step of a start when it is done. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (step, took) -> {};

  void done(String step, Duration took);
}
