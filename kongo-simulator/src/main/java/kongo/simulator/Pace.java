package kongo.simulator;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import kongo.protocol.EventTime;

/** Says when a record may be sent. Not thread-safe: one per run. */
public abstract sealed class Pace {

  /** Event time may be ten minutes ahead of the record's timestamp; half of that is left for clocks that differ. */
  private static final long MOST_AHEAD = EventTime.DEFAULT.aheadMillis() / 2;

  private static final long LONGEST_SLEEP = TimeUnit.MILLISECONDS.toNanos(100);

  /** As fast as the broker takes them. */
  public static Pace max() {
    return new Max();
  }

  /** @param factor how fast event time runs compared with the wall clock: 1 is real time */
  public static Pace factor(double factor) {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("--pace must be above 0 or max, not " + factor);
    }
    return new Factor(factor);
  }

  /** So many records per second, whatever event time does; when it falls behind it catches up. */
  public static Pace rate(double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("--rate must be above 0, not " + perSecond);
    }
    return new Rate(perSecond);
  }

  /** Waits until the record may be sent; returns at once when told to stop. */
  final void await(SimulatedRecord next, BooleanSupplier stop) {
    long delay = delayNanos(next);
    while (delay > 0 && !stop.getAsBoolean()) {
      LockSupport.parkNanos(Math.min(delay, LONGEST_SLEEP));
      delay = delayNanos(next);
    }
  }

  private long delayNanos(SimulatedRecord next) {
    long tooEarly = next.time() - MOST_AHEAD - System.currentTimeMillis();
    boolean guarded = tooEarly > 0 && next.origin() != Origin.GARBAGE;
    return guarded ? TimeUnit.MILLISECONDS.toNanos(tooEarly) : untilDueNanos(next);
  }

  abstract long untilDueNanos(SimulatedRecord next);

  private static final class Max extends Pace {

    @Override
    long untilDueNanos(SimulatedRecord next) {
      return 0;
    }
  }

  private static final class Factor extends Pace {

    private final double factor;
    private boolean begun;
    private long firstSendAt;
    private long firstNanos;

    Factor(double factor) {
      this.factor = factor;
    }

    @Override
    long untilDueNanos(SimulatedRecord next) {
      if (!begun) {
        begun = true;
        firstSendAt = next.sendAt();
        firstNanos = System.nanoTime();
      }
      double due = TimeUnit.MILLISECONDS.toNanos(1) * (next.sendAt() - firstSendAt) / factor;
      return (long) due - (System.nanoTime() - firstNanos);
    }
  }

  private static final class Rate extends Pace {

    private final double perSecond;
    private SimulatedRecord last;
    private long asked;
    private long firstNanos;

    Rate(double perSecond) {
      this.perSecond = perSecond;
    }

    @Override
    long untilDueNanos(SimulatedRecord next) {
      if (last == null) {
        firstNanos = System.nanoTime();
      } else if (last != next) {
        asked++;
      }
      last = next;
      return (long) (asked * 1e9 / perSecond) - (System.nanoTime() - firstNanos);
    }
  }
}
