package kongo.replay;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.protocol.internal.util.Bytes;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Writes the journal and the snapshots of a keyspace to a file that {@link ArchivedJournal} reads; to be run once for a version that lands. */
public final class ArchiveJournal {

  private ArchiveJournal() {}

  /** @param arguments contact point, keyspace, file */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("Say which Cassandra, which keyspace, and the file to write: HOST:PORT KEYSPACE FILE.gz");
    }
    JournalSettings settings = new JournalSettings(arguments[0], "datacenter1", arguments[1], Optional.empty());
    try (CqlSession session = JournalConnection.open(settings);
        PrintWriter lines = new PrintWriter(
            new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[2]))), StandardCharsets.UTF_8))) {
      Pages pages = new Pages(session);
      String events = "SELECT persistence_id, sequence_nr, ser_id, ser_manifest, event, writer_uuid FROM %s.messages";
      pages.forEach(SimpleStatement.newInstance(events.formatted(arguments[1])), row -> lines.println(line("event", row, row.getString(5))));
      String snapshots = "SELECT persistence_id, sequence_nr, ser_id, ser_manifest, snapshot_data FROM %s.snapshots";
      pages.forEach(SimpleStatement.newInstance(snapshots.formatted(arguments[1])), row -> lines.println(line("snapshot", row, "-")));
    }
  }

  private static String line(String what, Row row, String writer) {
    return String.join("\t",
        what, row.getString(0), Long.toString(row.getLong(1)), writer, Integer.toString(row.getInt(2)), row.getString(3),
        base64(row.getByteBuffer(4)));
  }

  private static String base64(ByteBuffer bytes) {
    return Base64.getEncoder().encodeToString(Bytes.getArray(bytes));
  }
}
