package kongo.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.protocol.ViolationJson;
import kongo.violation.Violation;

/** A final set in a file: one line with its size and digest, then one violation (section 8, without revision) per line. */
public final class SavedSet {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long NO_REVISION = 0;

  private SavedSet() {}

  public static void write(Path file, SortedMap<String, Violation> set) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      lines.write("{\"violations\":%d,\"sha256\":\"%s\"}%n".formatted(set.size(), ComparedFields.digest(set)));
      writeLines(lines, set.values());
    }
  }

  private static void writeLines(BufferedWriter lines, Collection<Violation> violations) throws IOException {
    for (Violation violation : violations) {
      lines.write(line(violation));
      lines.newLine();
    }
  }

  /** One violation as JSON. */
  public static String line(Violation violation) {
    return new String(ViolationJson.encode(NO_REVISION, violation), StandardCharsets.UTF_8);
  }

  /** @throws IOException if it cannot be read or is not what was written */
  public static SortedMap<String, Violation> read(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      JsonNode head = JSON.readTree(first == null ? "" : first);
      SortedMap<String, Violation> set = new TreeMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Violation violation = ViolationJson.decode(line.getBytes(StandardCharsets.UTF_8)).violation();
        set.put(violation.id(), violation);
      }
      if (!ComparedFields.digest(set).equals(head.path("sha256").asText())) {
        throw new IOException(file + " is not the set that was saved: its digest is another one");
      }
      return set;
    } catch (IllegalArgumentException malformed) {
      throw new IOException(file + ": " + malformed.getMessage(), malformed);
    }
  }
}
