package kongo.replay;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.servererrors.QueryExecutionException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;

/** Reads a result page by page; a page that Cassandra does not give in time is asked for again. */
final class Pages {

  private static final int TRIES = 30;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final CqlSession session;

  Pages(CqlSession session) {
    this.session = session;
  }

  /** @throws JournalUnreachable if a page cannot be had for minutes, or Cassandra refuses */
  void forEach(Statement<?> statement, Consumer<Row> action) {
    ByteBuffer next = null;
    do {
      ResultSet page = page(next == null ? statement : statement.setPagingState(next));
      next = page.getExecutionInfo().getPagingState();
      for (int left = page.getAvailableWithoutFetching(); left > 0; left--) {
        action.accept(page.one());
      }
    } while (next != null);
  }

  private ResultSet page(Statement<?> statement) {
    for (int tried = 1; ; tried++) {
      try {
        return session.execute(statement);
      } catch (DriverTimeoutException | QueryExecutionException | AllNodesFailedException notNow) {
        if (tried == TRIES) {
          throw unreachable(notNow);
        }
        pause(tried);
      } catch (DriverException refused) {
        throw unreachable(refused);
      }
    }
  }

  private static JournalUnreachable unreachable(DriverException problem) {
    return new JournalUnreachable("The journal cannot be read: " + problem.getMessage(), problem);
  }

  private static void pause(int tried) {
    try {
      Thread.sleep(Math.min(250L * tried, LONGEST_PAUSE.toMillis()));
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new JournalUnreachable("Reading the journal was interrupted.", end);
    }
  }
}
