package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.stream.connectors.cassandra.javadsl.CassandraSession;
import org.apache.pekko.stream.connectors.cassandra.javadsl.CassandraSessionRegistry;

/** Reads of the journal's table, by the session of its plugin and its own profile. */
final class JournalReads {

  private static final String COLUMNS = "SELECT sequence_nr, writer_uuid, ser_id, ser_manifest, event_manifest, event ";

  private final CassandraSession session;
  private final String profile;
  private final Executor executor;
  private final String selectHighest;
  private final String selectEvents;
  private final String selectFirst;

  /** @param context of the actor that reads; its dispatcher takes the answers */
  JournalReads(ActorContext context, JournalConfig journal) {
    String partition = "FROM %s WHERE persistence_id = ? AND partition_nr = ? ".formatted(journal.table());
    this.session = CassandraSessionRegistry.get(context.system()).sessionFor(journal.plugin());
    this.profile = journal.readProfile();
    this.executor = context.dispatcher();
    this.selectHighest = "SELECT sequence_nr " + partition + "ORDER BY sequence_nr DESC LIMIT 1";
    this.selectEvents = COLUMNS + partition + "AND sequence_nr >= ? AND sequence_nr <= ?";
    this.selectFirst = COLUMNS + partition + "LIMIT ?";
  }

  /** The row with the last number in a partition, if there is one. */
  CompletionStage<AsyncResultSet> highest(String id, long partition) {
    return read(selectHighest, id, partition);
  }

  /** In the order of their numbers. */
  CompletionStage<AsyncResultSet> events(String id, long partition, long from, long to) {
    return read(selectEvents, id, partition, from, to);
  }

  /** Of the first partition, in the order of their numbers. */
  CompletionStage<AsyncResultSet> firstEvents(String id, int most) {
    return read(selectFirst, id, 0L, most);
  }

  private CompletionStage<AsyncResultSet> read(String select, Object... values) {
    return session
        .underlying()
        .thenCombineAsync(session.prepare(select), (cql, prepared) -> run(cql, prepared, values), executor)
        .thenCompose(Function.identity());
  }

  private CompletionStage<AsyncResultSet> run(CqlSession cql, PreparedStatement prepared, Object... values) {
    return cql.executeAsync(prepared.bind(values).setExecutionProfileName(profile));
  }
}
