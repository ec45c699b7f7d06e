package kongo.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import kongo.journal.Deletions.Deletion;
import kongo.journal.OldRowsInCassandra.Deleted;

/**
 * Deletes from the tables of the journal's plugin, a range of rows at a time, so that what marks them as deleted is small.
 * The plugin's {@code deleted_to} says first up to where rows may be gone, one partition after the other; whoever goes on
 * after a crash begins with that partition, so none is left out.
 */
final class JournalDeletes implements OldRowsInCassandra.Rows {

  private final CqlSession session;
  private final JournalConfig journal;
  private final ConcurrentMap<String, CompletionStage<PreparedStatement>> prepared = new ConcurrentHashMap<>();

  JournalDeletes(CqlSession session, JournalConfig journal) {
    this.session = session;
    this.journal = journal;
  }

  @Override
  public CompletionStage<Deleted> delete(Deletion deletion) {
    return new Run(deletion).run();
  }

  /** One deletion, a request after the other. */
  private final class Run {
    private final String id;
    private final Deletion deletion;
    private long deleted;
    private Duration longest = Duration.ZERO;

    Run(Deletion deletion) {
      this.id = deletion.persistenceId();
      this.deletion = deletion;
    }

    CompletionStage<Deleted> run() {
      return deleteSnapshots().thenCompose(done -> deleteRows()).thenApply(done -> new Deleted(deleted, longest));
    }

    private CompletionStage<?> deleteSnapshots() {
      String before = "DELETE FROM %s WHERE persistence_id = ? AND sequence_nr < ?";
      return timed(before.formatted(journal.snapshots()), id, deletion.snapshotsBefore())
          .thenCompose(gone -> timed(before.formatted(journal.segments()), id, deletion.snapshotsBefore()));
    }

    private CompletionStage<?> deleteRows() {
      if (deletion.rowsBefore() - 1 <= journal.keptFirst()) {
        return CompletableFuture.completedStage(null);
      }
      return timed("SELECT deleted_to FROM %s WHERE persistence_id = ?".formatted(journal.metadata()), id)
          .thenCompose(found -> deleteRowsAfter(deletedTo(found.one())));
    }

    /** Once again from the partition in which the last deletion ended: that may not have come to its end. */
    private CompletionStage<?> deleteRowsAfter(long deletedTo) {
      return deleteRowsIn(journal.partition(Math.max(1, deletedTo)), deletedTo);
    }

    private CompletionStage<?> deleteRowsIn(long partition, long deletedTo) {
      long last = Math.min(deletion.rowsBefore() - 1, (partition + 1) * journal.partitionSize());
      if (last < deletedTo) {
        return CompletableFuture.completedStage(null);
      }
      return timed("INSERT INTO %s (persistence_id, deleted_to) VALUES (?, ?)".formatted(journal.metadata()), id, last)
          .thenCompose(told -> timed(
              "DELETE FROM %s WHERE persistence_id = ? AND partition_nr = ? AND sequence_nr > ? AND sequence_nr <= ?".formatted(journal.table()),
              id, partition, journal.keptFirst(), last))
          .thenCompose(gone -> {
            deleted += Math.max(0, last - Math.max(deletedTo, journal.keptFirst()));
            return last < deletion.rowsBefore() - 1
                ? deleteRowsIn(partition + 1, last)
                : CompletableFuture.completedStage(null);
          });
    }

    private CompletionStage<AsyncResultSet> timed(String cql, Object... values) {
      long begin = System.nanoTime();
      return prepare(cql)
          .thenCompose(statement -> session.executeAsync(statement.bind(values).setExecutionProfileName("kongo-deletions")))
          .whenComplete((done, problem) -> {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            longest = took.compareTo(longest) > 0 ? took : longest;
          });
    }
  }

  private static long deletedTo(Row metadata) {
    return metadata == null ? 0 : metadata.getLong("deleted_to");
  }

  private CompletionStage<PreparedStatement> prepare(String cql) {
    CompletionStage<PreparedStatement> known = prepared.computeIfAbsent(cql, session::prepareAsync);
    return known.whenComplete((statement, problem) -> {
      if (problem != null) {
        prepared.remove(cql, known);
      }
    });
  }
}
