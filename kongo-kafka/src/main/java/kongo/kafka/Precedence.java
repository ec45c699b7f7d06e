package kongo.kafka;

import java.util.OptionalLong;
import java.util.function.Supplier;

/** What the lanes of one topic have to do with those of others: they wait for them, or are waited for. */
public interface Precedence {

  /** Waits for nobody, and nobody waits for it. */
  Precedence NONE = new Precedence() {};

  /**
   * Whether a backlog, a whole batch or more, may be worked on.
   *
   * @param timestamp of the record that would be taken next
   */
  default boolean mayTake(long timestamp) {
    return true;
  }

  /**
   * Called by the polling thread several times a second.
   *
   * @param timestamp up to which everything is done here, if there is more to do
   */
  default void report(Supplier<OptionalLong> timestamp) {}
}
