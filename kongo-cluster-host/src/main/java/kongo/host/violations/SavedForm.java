package kongo.host.violations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kongo.protocol.PublishedViolation;
import kongo.protocol.ViolationJson;

/** {@link SavedViolations} as compressed JSON; the violations in it are those of the topic. */
public final class SavedForm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SavedForm() {}

  public static byte[] write(SavedViolations saved) {
    var bytes = new ByteArrayOutputStream();
    try (var compressed = new GZIPOutputStream(bytes)) {
      compressed.write(JSON.writeValueAsBytes(tree(saved)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ObjectNode tree(SavedViolations saved) throws IOException {
    ObjectNode tree = JSON.createObjectNode().put("forgotten", saved.forgotten());
    ObjectNode positions = tree.putObject("positions");
    saved.positions().forEach((partition, position) -> positions.put(partition.toString(), position));
    ObjectNode ended = tree.putObject("ended");
    saved.ended().forEach(ended::put);
    ArrayNode open = tree.putArray("open");
    for (PublishedViolation published : saved.open()) {
      open.add(JSON.readTree(ViolationJson.encode(published.revision(), published.violation())));
    }
    return tree;
  }

  /** Fails for anything but what {@link #write} wrote. */
  public static SavedViolations read(byte[] form) {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(form))) {
      JsonNode tree = JSON.readTree(plain);
      Map<Integer, Long> positions = new TreeMap<>();
      tree.required("positions").fields().forEachRemaining(each -> positions.put(Integer.valueOf(each.getKey()), each.getValue().longValue()));
      Map<String, Long> ended = new LinkedHashMap<>();
      tree.required("ended").fields().forEachRemaining(each -> ended.put(each.getKey(), each.getValue().longValue()));
      return new SavedViolations(positions, open(tree.required("open")), ended, tree.required("forgotten").booleanValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<PublishedViolation> open(JsonNode list) throws IOException {
    List<PublishedViolation> open = new ArrayList<>();
    for (JsonNode violation : list) {
      open.add(ViolationJson.decode(JSON.writeValueAsBytes(violation)));
    }
    return open;
  }
}
