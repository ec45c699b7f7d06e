package kongo.journal;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ActorContext;
import org.apache.pekko.persistence.SnapshotMetadata;

/**
 * The rows of snapshots. One that is longer than a segment lies in rows of the segments' table, and its own row, which is
 * written last, has no bytes.
 */
final class SnapshotRows {

  private static final ByteBuffer IN_SEGMENTS = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private final int segmentBytes;
  private final JournalStatement insert;
  private final JournalStatement select;
  private final JournalStatement insertSegment;
  private final JournalStatement selectSegments;
  private final JournalStatement deleteSegments;

  /** A snapshot as it lies in its row; without bytes it is in segments. */
  record Saved(SnapshotMetadata metadata, int serializer, String manifest, byte[] bytes) {}

  /**
   * @param context of the actor that reads and writes
   * @param table with its keyspace
   * @param profile of the driver
   */
  SnapshotRows(ActorContext context, JournalConfig journal, String table, String profile, int segmentBytes) {
    this.segmentBytes = segmentBytes;
    String segments = table.substring(0, table.indexOf('.')) + ".snapshot_segments";
    this.insert =
        new JournalStatement(
            context, journal, profile,
            "INSERT INTO %s (persistence_id, sequence_nr, timestamp, ser_id, ser_manifest, snapshot_data) VALUES (?, ?, ?, ?, ?, ?)"
                .formatted(table));
    this.select =
        new JournalStatement(
            context, journal, profile,
            ("SELECT sequence_nr, timestamp, ser_id, ser_manifest, snapshot_data FROM %s"
                    + " WHERE persistence_id = ? AND sequence_nr >= ? AND sequence_nr <= ? ORDER BY sequence_nr DESC LIMIT 1")
                .formatted(table));
    this.insertSegment =
        new JournalStatement(
            context, journal, profile,
            "INSERT INTO %s (persistence_id, sequence_nr, segment, segments, bytes) VALUES (?, ?, ?, ?, ?)"
                .formatted(segments));
    this.selectSegments =
        new JournalStatement(
            context, journal, profile,
            "SELECT segments, bytes FROM %s WHERE persistence_id = ? AND sequence_nr = ?".formatted(segments));
    this.deleteSegments =
        new JournalStatement(
            context, journal, profile,
            "DELETE FROM %s WHERE persistence_id = ? AND sequence_nr >= ? AND sequence_nr <= ?".formatted(segments));
  }

  /** Ends when Cassandra has all of it. */
  CompletionStage<Void> write(Saved snapshot) {
    SnapshotMetadata metadata = snapshot.metadata;
    int segments = snapshot.bytes.length <= segmentBytes ? 0 : (snapshot.bytes.length - 1) / segmentBytes + 1;
    ByteBuffer own = segments == 0 ? ByteBuffer.wrap(snapshot.bytes) : IN_SEGMENTS;
    return writeSegments(snapshot, 0, segments)
        .thenCompose(
            done ->
                insert.run(
                    metadata.persistenceId(), metadata.sequenceNr(), metadata.timestamp(), snapshot.serializer,
                    snapshot.manifest, own))
        .thenAccept(done -> {});
  }

  /** One after the other, so that a large snapshot does not crowd out what is urgent. */
  private CompletionStage<Void> writeSegments(Saved snapshot, int segment, int segments) {
    if (segment == segments) {
      return CompletableFuture.completedStage(null);
    }
    int from = segment * segmentBytes;
    ByteBuffer part = ByteBuffer.wrap(snapshot.bytes, from, Math.min(segmentBytes, snapshot.bytes.length - from));
    return insertSegment
        .run(snapshot.metadata.persistenceId(), snapshot.metadata.sequenceNr(), segment, segments, part)
        .thenCompose(done -> writeSegments(snapshot, segment + 1, segments));
  }

  /** The newest of those numbers; if it is in segments, without its bytes. */
  CompletionStage<Optional<Saved>> newest(String id, long from, long to) {
    return select.run(id, from, to).thenApply(found -> Optional.ofNullable(found.one()).map(row -> saved(id, row)));
  }

  private static Saved saved(String id, Row row) {
    SnapshotMetadata metadata = SnapshotMetadata.apply(id, row.getLong("sequence_nr"), row.getLong("timestamp"));
    ByteBuffer bytes = row.getByteBuffer("snapshot_data");
    return new Saved(
        metadata, row.getInt("ser_id"), row.getString("ser_manifest"), bytes == null ? new byte[0] : Bytes.getArray(bytes));
  }

  /** Fails if a segment is missing. */
  CompletionStage<Saved> whole(Saved snapshot) {
    if (snapshot.bytes.length > 0) {
      return CompletableFuture.completedStage(snapshot);
    }
    SnapshotMetadata metadata = snapshot.metadata;
    Assembly assembly = new Assembly(metadata);
    return selectSegments
        .run(metadata.persistenceId(), metadata.sequenceNr())
        .thenCompose(assembly::take)
        .thenApply(bytes -> new Saved(metadata, snapshot.serializer, snapshot.manifest, bytes));
  }

  /** Those of snapshots with these numbers. */
  CompletionStage<Void> deleteSegments(String id, long from, long to) {
    return deleteSegments.run(id, from, to).thenAccept(done -> {});
  }

  /** The segments of one snapshot, in their order. */
  private static final class Assembly {

    private final SnapshotMetadata metadata;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int expected = 1;
    private int found;

    Assembly(SnapshotMetadata metadata) {
      this.metadata = metadata;
    }

    CompletionStage<byte[]> take(AsyncResultSet page) {
      page.currentPage().forEach(this::take);
      if (page.hasMorePages()) {
        return page.fetchNextPage().thenCompose(this::take);
      }
      if (found != expected) {
        return CompletableFuture.failedStage(
            new IllegalStateException(
                "Snapshot %d of %s has %d segments, %d are there"
                    .formatted(metadata.sequenceNr(), metadata.persistenceId(), expected, found)));
      }
      return CompletableFuture.completedStage(bytes.toByteArray());
    }

    private void take(Row row) {
      expected = row.getInt("segments");
      found++;
      bytes.writeBytes(Bytes.getArray(row.getByteBuffer("bytes")));
    }
  }
}
