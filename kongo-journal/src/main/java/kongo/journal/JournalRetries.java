package kongo.journal;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.retry.RetryDecision;
import com.datastax.oss.driver.api.core.retry.RetryPolicy;
import com.datastax.oss.driver.api.core.servererrors.CoordinatorException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.WriteType;
import com.datastax.oss.driver.api.core.session.Request;

/**
 * Repeats a request of the journal that Cassandra did not answer in its time. A write that timed out may land later (a
 * disk that stalls is enough), so it must not be given up: whoever then began anew from the journal would not see it and
 * write its number twice. Repeated, it is the same row. The request's own timeout ends the repetitions.
 */
public final class JournalRetries implements RetryPolicy {

  /**
   * @param context required by the driver
   * @param profile required by the driver
   */
  public JournalRetries(DriverContext context, String profile) {}

  @Override
  @Deprecated
  public RetryDecision onReadTimeout(
      Request request, ConsistencyLevel level, int wanted, int received, boolean data, int retries) {
    return RetryDecision.RETRY_SAME;
  }

  @Override
  @Deprecated
  public RetryDecision onWriteTimeout(
      Request request, ConsistencyLevel level, WriteType type, int wanted, int received, int retries) {
    return RetryDecision.RETRY_SAME;
  }

  @Override
  @Deprecated
  public RetryDecision onUnavailable(Request request, ConsistencyLevel level, int required, int alive, int retries) {
    return retries == 0 ? RetryDecision.RETRY_NEXT : RetryDecision.RETHROW;
  }

  /** The connection was lost. */
  @Override
  @Deprecated
  public RetryDecision onRequestAborted(Request request, Throwable problem, int retries) {
    return RetryDecision.RETRY_NEXT;
  }

  @Override
  @Deprecated
  public RetryDecision onErrorResponse(Request request, CoordinatorException problem, int retries) {
    return problem instanceof OverloadedException ? RetryDecision.RETRY_NEXT : RetryDecision.RETHROW;
  }

  @Override
  public void close() {}
}
