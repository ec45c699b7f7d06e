package kongo.ingest;

import kongo.backoff.Timer;

/** Timers that need no time. */
final class TestTimer {

  /** What comes after a pause comes at once. */
  static final Timer AT_ONCE = (pause, then) -> {
    then.run();
    return () -> {};
  };

  /** A pause does not end before its owner does. */
  static final Timer NEVER = (pause, then) -> () -> {};

  private TestTimer() {}
}
