package kongo.kafka;

import java.util.OptionalLong;
import java.util.function.Supplier;

/** What the lanes of one topic have to do with those of others: they wait for them, or are waited for. */
public interface Precedence {

  /** Waits for nobody, and nobody waits for it. */
  Precedence NONE = new Precedence() {};

  /**
   * Whether a record may be worked on now.
   *
   * @param timestamp of the record
   * @param isBacklog whether a whole batch waits, or more
   */
  default boolean mayTake(long timestamp, boolean isBacklog) {
    return true;
  }

  /** Whether a partition in which less than a batch is left is not waited for. */
  default boolean onlyBacklogCounts() {
    return false;
  }

  /**
   * Called by the polling thread several times a second.
   *
   * @param timestamp up to which everything is done here, if there is more to do; 0 as long as it is not known whether there is
   */
  default void report(Supplier<OptionalLong> timestamp) {}
}
