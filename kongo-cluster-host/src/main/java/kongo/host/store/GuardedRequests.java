package kongo.host.store;

import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.session.throttling.Throttled;
import com.datastax.oss.driver.internal.core.session.throttling.ConcurrencyLimitingRequestThrottler;

/**
 * Limits the requests to Cassandra, and asks once more before each whether this process may still write: between the
 * decision to persist and the request lie queues in which a write may sleep while the process is frozen.
 */
public final class GuardedRequests extends ConcurrencyLimitingRequestThrottler {

  // The driver creates its throttler by class name; the process has one guard.
  private static volatile Runnable guard = () -> {};

  /** @param context required by the driver */
  public GuardedRequests(DriverContext context) {
    super(context);
  }

  /** @param check does not return when this process may not write any more */
  public static void guardedBy(Runnable check) {
    guard = check;
  }

  static void check() {
    guard.run();
  }

  @Override
  public void register(Throttled request) {
    check();
    super.register(request);
  }
}
