package kongo.journal;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorContext;

/** Reads of the journal's table, by the plugin's profile for them. */
final class JournalReads {

  private static final String COLUMNS = "SELECT sequence_nr, writer_uuid, ser_id, ser_manifest, event_manifest, event ";

  private final JournalStatement selectHighest;
  private final JournalStatement selectEvents;
  private final JournalStatement selectFirst;
  private final JournalStatement selectDeletedTo;

  /** @param context of the actor that reads */
  JournalReads(ActorContext context, JournalConfig journal) {
    String partition = "FROM %s WHERE persistence_id = ? AND partition_nr = ? ".formatted(journal.table());
    this.selectHighest =
        statement(context, journal, "SELECT sequence_nr " + partition + "ORDER BY sequence_nr DESC LIMIT 1");
    this.selectEvents = statement(context, journal, COLUMNS + partition + "AND sequence_nr >= ? AND sequence_nr <= ?");
    this.selectFirst = statement(context, journal, COLUMNS + partition + "LIMIT ?");
    this.selectDeletedTo =
        statement(context, journal, "SELECT deleted_to FROM %s WHERE persistence_id = ?".formatted(journal.metadata()));
  }

  private static JournalStatement statement(ActorContext context, JournalConfig journal, String select) {
    return new JournalStatement(context, journal, journal.readProfile(), select);
  }

  /** The row with the last number in a partition, if there is one. */
  CompletionStage<AsyncResultSet> highest(String id, long partition) {
    return selectHighest.run(id, partition);
  }

  /** In the order of their numbers. */
  CompletionStage<AsyncResultSet> events(String id, long partition, long from, long to) {
    return selectEvents.run(id, partition, from, to);
  }

  /** The number up to which events may have been deleted; without a row none have. */
  CompletionStage<AsyncResultSet> deletedTo(String id) {
    return selectDeletedTo.run(id);
  }

  /** Of the first partition, in the order of their numbers. */
  CompletionStage<AsyncResultSet> firstEvents(String id, int most) {
    return selectFirst.run(id, 0L, most);
  }
}
