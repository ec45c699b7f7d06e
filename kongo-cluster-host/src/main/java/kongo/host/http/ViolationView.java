package kongo.host.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import kongo.protocol.PublishedViolation;
import kongo.protocol.ViolationJson;
import kongo.violation.Violation;

/** A violation in JSON, with the fields of the violations topic. */
final class ViolationView {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ViolationView() {}

  static ObjectNode of(PublishedViolation published) {
    try {
      return (ObjectNode) MAPPER.readTree(ViolationJson.encode(published.revision(), published.violation()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Entities report violations as they see them now, which may be ahead of the last revision. */
  static ObjectNode of(Violation violation) {
    ObjectNode view = of(new PublishedViolation(0, violation));
    view.remove("revision");
    return view;
  }

  static ArrayNode of(Collection<Violation> violations) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    violations.forEach(violation -> array.add(of(violation)));
    return array;
  }
}
