package kongo.backoff;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before something is tried again: twice as long each time, up to a bound. Used by one thread at a time. */
public final class Pauses {

  private final Duration first;
  private final Duration longest;
  private final double spread;
  private final DoubleSupplier random;
  private Duration next;

  public Pauses(Duration first, Duration longest) {
    this(first, longest, 0, () -> 0);
  }

  /**
   * Of many that fail at once not all try again at once.
   *
   * @param spread a pause is longer by this part of it at most
   * @param random 0 to 1
   */
  public Pauses(Duration first, Duration longest, double spread, DoubleSupplier random) {
    this.first = first;
    this.longest = longest;
    this.spread = spread;
    this.random = random;
    this.next = first;
  }

  public Duration next() {
    Duration now = next;
    Duration doubled = now.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return now.plusNanos((long) (now.toNanos() * spread * random.getAsDouble()));
  }

  /** What was tried did well for long. */
  public void reset() {
    next = first;
  }
}
