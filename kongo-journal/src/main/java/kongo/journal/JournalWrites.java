package kongo.journal;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.persistence.PersistentRepr;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;

/** Writes to the journal's table, by the plugin's profile for them. */
final class JournalWrites {

  private static final String INSERT =
      "INSERT INTO %s (persistence_id, partition_nr, sequence_nr, timestamp, writer_uuid, ser_id, ser_manifest,"
          + " event_manifest, event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final JournalConfig journal;
  private final Serialization serialization;
  private final JournalStatement insert;

  /** @param context of the actor that writes */
  JournalWrites(ActorContext context, JournalConfig journal) {
    this.journal = journal;
    this.serialization = SerializationExtension.get(context.system());
    this.insert = new JournalStatement(context, journal, journal.writeProfile(), INSERT.formatted(journal.table()));
  }

  /**
   * Ends when Cassandra has it.
   *
   * @throws UnwritableEvent if the event cannot be serialized, or is too large for a row
   */
  CompletionStage<AsyncResultSet> write(PersistentRepr event) {
    Object payload = event.payload();
    Serializer serializer = serialization.findSerializerFor(payload);
    byte[] bytes = bytes(payload);
    return insert.run(
        event.persistenceId(), journal.partition(event.sequenceNr()), event.sequenceNr(), Uuids.timeBased(),
        event.writerUuid(), serializer.identifier(), Serializers.manifestFor(serializer, payload), event.manifest(),
        ByteBuffer.wrap(bytes));
  }

  private byte[] bytes(Object event) {
    byte[] bytes = serialized(event);
    if (bytes.length > journal.largestEvent()) {
      throw UnwritableEvent.tooLarge(event, bytes.length, journal.largestEvent());
    }
    return bytes;
  }

  private byte[] serialized(Object event) {
    try {
      return serialization.serialize(event).get();
    } catch (Exception problem) {
      throw new UnwritableEvent(event.getClass().getSimpleName() + " cannot be serialized: " + problem, problem);
    }
  }
}
