package kongo.host.metrics;

import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.context.DriverContext;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.tracker.RequestTracker;
import java.util.concurrent.atomic.LongAdder;

/** Counts the rows that Cassandra's driver has written to the journal. */
public final class JournalRows implements RequestTracker {

  // The driver creates its trackers by class name, one for each session; the process has one journal.
  private static final LongAdder WRITTEN = new LongAdder();

  /** @param context required by the driver */
  public JournalRows(DriverContext context) {}

  static double written() {
    return WRITTEN.sum();
  }

  @Override
  public void onSuccess(
      Request request, long latencyNanos, DriverExecutionProfile profile, Node node, String requestLogPrefix) {
    if (request instanceof BoundStatement row) {
      count(row);
    } else if (request instanceof BatchStatement batch) {
      batch.forEach(JournalRows::count);
    }
  }

  private static void count(BatchableStatement<?> statement) {
    if (statement instanceof BoundStatement row && isJournalRow(row.getPreparedStatement().getQuery())) {
      WRITTEN.increment();
    }
  }

  private static boolean isJournalRow(String query) {
    String trimmed = query.stripLeading();
    int table = trimmed.indexOf(".messages");
    return table > 0 && table < 80 && trimmed.startsWith("INSERT");
  }

  @Override
  public void close() {}
}
