package kongo.backoff;

import java.time.Duration;

/** Does something later; of the product it is the actor system's. Thread-safe. */
@FunctionalInterface
public interface Timer {

  /** What has not been done yet. */
  @FunctionalInterface
  interface Pending {

    /** It is not done any more, if it has not begun. */
    void cancel();
  }

  /** @param then called once, by any thread, and it must not block */
  Pending after(Duration pause, Runnable then);
}
