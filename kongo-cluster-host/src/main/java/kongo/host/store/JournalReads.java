package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.typesafe.config.Config;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.stream.connectors.cassandra.javadsl.CassandraSession;
import org.apache.pekko.stream.connectors.cassandra.javadsl.CassandraSessionRegistry;

/** Reads of a journal or a snapshot store, by the session of its plugin and its own profile. */
final class JournalReads {

  private final CassandraSession session;
  private final String profile;
  private final Executor executor;

  /**
   * @param context of the actor that reads; its dispatcher takes the answers
   * @param config of the journal or the snapshot store, over that of the plugin
   * @param path of the former
   */
  JournalReads(ActorContext context, Config config, String path) {
    String plugin = path.substring(0, path.lastIndexOf('.'));
    Config shared = context.system().settings().config().getConfig(plugin);
    this.session = CassandraSessionRegistry.get(context.system()).sessionFor(plugin);
    this.profile = config.withFallback(shared).getString("read-profile");
    this.executor = context.dispatcher();
  }

  CompletionStage<AsyncResultSet> read(String select, Object... values) {
    return session
        .underlying()
        .thenCombineAsync(session.prepare(select), (cql, prepared) -> run(cql, prepared, values), executor)
        .thenCompose(Function.identity());
  }

  private CompletionStage<AsyncResultSet> run(CqlSession cql, PreparedStatement prepared, Object... values) {
    return cql.executeAsync(prepared.bind(values).setExecutionProfileName(profile));
  }
}
