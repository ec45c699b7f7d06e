package kongo.host.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import kongo.host.ExitStatus;
import kongo.host.StartFailure;

/** Pauses of the starting thread, which an interrupt ends. */
final class Waiting {

  private Waiting() {}

  static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
    if (Thread.interrupted()) {
      throw new StartFailure(ExitStatus.START_FAILED, "The start was interrupted.");
    }
  }
}
