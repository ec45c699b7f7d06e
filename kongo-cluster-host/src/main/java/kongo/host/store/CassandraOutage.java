package kongo.host.store;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.auth.AuthenticationException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.ConnectionInitException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.servererrors.QueryExecutionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** StartupLog of a start that wait while Cassandra is away, as the start waits for one that is not there yet. */
final class CassandraOutage {

  private static final Logger LOG = LoggerFactory.getLogger(CassandraOutage.class);
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final int TRIES_BETWEEN_NOTICES = 6;
  private static final List<Class<? extends Throwable>> AWAY =
      List.of(
          DriverTimeoutException.class,
          ClosedConnectionException.class,
          ConnectionInitException.class,
          HeartbeatException.class,
          QueryExecutionException.class);

  private CassandraOutage() {}

  /** Does a step, again and again while Cassandra is away; one that can be repeated without harm. */
  static <T> T outlast(Supplier<T> step) {
    for (int tries = 0; ; tries++) {
      try {
        return step.get();
      } catch (RuntimeException e) {
        if (!isOne(e)) {
          throw e;
        }
        if (tries % TRIES_BETWEEN_NOTICES == 0) {
          LOG.info("Waiting for Cassandra, which does not answer any more");
        }
        Waiting.pause(RETRY);
      }
    }
  }

  /** Whether it may pass by itself: not a refusal, and not a mistake. */
  static boolean isOne(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return isOne(failure.getCause());
    }
    if (failure instanceof AllNodesFailedException all) {
      return all.getAllErrors().values().stream().flatMap(List::stream).noneMatch(AuthenticationException.class::isInstance);
    }
    return AWAY.stream().anyMatch(away -> away.isInstance(failure));
  }
}
