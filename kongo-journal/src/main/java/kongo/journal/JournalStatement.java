package kongo.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.stream.connectors.cassandra.javadsl.CassandraSession;
import org.apache.pekko.stream.connectors.cassandra.javadsl.CassandraSessionRegistry;

/**
 * A statement on the journal's table, by the session of its plugin. Once it is prepared it goes to the driver from the
 * thread that asks, and the answer comes on the driver's: on a busy machine each thread in between would have to wait for
 * its turn.
 */
final class JournalStatement {

  private final CassandraSession session;
  private final Executor executor;
  private final String profile;
  private final String cql;

  /** Null until it is. */
  private volatile Prepared prepared;

  /** The statement and where it runs. */
  private record Prepared(CqlSession session, PreparedStatement statement) {}

  /**
   * @param context of the actor that asks; its dispatcher is used until the statement is prepared
   * @param profile of the driver
   */
  JournalStatement(ActorContext context, JournalConfig journal, String profile, String cql) {
    this.session = CassandraSessionRegistry.get(context.system()).sessionFor(journal.plugin());
    this.executor = context.dispatcher();
    this.profile = profile;
    this.cql = cql;
  }

  CompletionStage<AsyncResultSet> run(Object... values) {
    return prepared().thenCompose(known -> known.session.executeAsync(known.statement.bind(values).setExecutionProfileName(profile)));
  }

  private CompletionStage<Prepared> prepared() {
    Prepared known = prepared;
    return known == null ? prepare() : CompletableFuture.completedStage(known);
  }

  private CompletionStage<Prepared> prepare() {
    return session
        .underlying()
        .thenCombineAsync(session.prepare(cql), Prepared::new, executor)
        .thenApply(found -> prepared = found);
  }
}
