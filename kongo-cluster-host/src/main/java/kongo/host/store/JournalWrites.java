package kongo.host.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;
import org.apache.pekko.stream.connectors.cassandra.javadsl.CassandraSession;
import org.apache.pekko.stream.connectors.cassandra.javadsl.CassandraSessionRegistry;

/**
 * Writes to the journal's table, by the session of its plugin and its own profile. An event goes from the thread that
 * brings it to the driver, and the answer comes on the driver's: on a busy machine each thread in between would have to
 * wait for its turn.
 */
final class JournalWrites {

  private final JournalConfig journal;
  private final CassandraSession session;
  private final Serialization serialization;
  private final Executor executor;
  private final String insert;

  /** Null until it is prepared. */
  private volatile Insert prepared;

  /** A statement and where it runs. */
  private record Insert(CqlSession session, PreparedStatement statement) {}

  /** @param context of the actor that writes; its dispatcher is used until the statement is prepared */
  JournalWrites(ActorContext context, JournalConfig journal) {
    this.journal = journal;
    this.session = CassandraSessionRegistry.get(context.system()).sessionFor(journal.plugin());
    this.serialization = SerializationExtension.get(context.system());
    this.executor = context.dispatcher();
    this.insert =
        ("INSERT INTO %s (persistence_id, partition_nr, sequence_nr, timestamp, writer_uuid, ser_id, ser_manifest,"
                + " event_manifest, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").formatted(journal.table());
  }

  /** Ends when Cassandra has it; fails if Cassandra refuses or the event cannot be serialized. */
  CompletionStage<AsyncResultSet> write(PersistentRepr event) {
    Insert known = prepared;
    return known != null ? run(known, event) : prepare().thenCompose(found -> run(found, event));
  }

  private CompletionStage<Insert> prepare() {
    return session
        .underlying()
        .thenCombineAsync(session.prepare(insert), Insert::new, executor)
        .thenApply(found -> prepared = found);
  }

  private CompletionStage<AsyncResultSet> run(Insert known, PersistentRepr event) {
    Object payload = event.payload();
    Serializer serializer = serialization.findSerializerFor(payload);
    byte[] bytes = serialization.serialize(payload).get();
    return known.session.executeAsync(
        known
            .statement
            .bind(
                event.persistenceId(), journal.partition(event.sequenceNr()), event.sequenceNr(), Uuids.timeBased(),
                event.writerUuid(), serializer.identifier(), Serializers.manifestFor(serializer, payload),
                event.manifest(), ByteBuffer.wrap(bytes))
            .setExecutionProfileName(journal.writeProfile()));
  }
}
