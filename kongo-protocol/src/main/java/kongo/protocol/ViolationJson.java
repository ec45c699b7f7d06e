package kongo.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Revision;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;

/** The value of a record of the violations topic (section 8 of docs/semantics.md). */
public final class ViolationJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ViolationJson() {}

  public static byte[] encode(Revision revision) {
    return encode(revision.number(), revision.violation());
  }

  public static byte[] encode(long revision, Violation violation) {
    return JsonOutput.object(json -> {
      json.writeStringField("id", violation.id());
      json.writeNumberField("revision", revision);
      json.writeStringField("status", violation.status().name());
      json.writeStringField("kind", violation.kind().name());
      json.writeStringField("severity", violation.severity().name());
      json.writeStringField("rule", violation.rule());
      json.writeStringField("goods", violation.goods());
      json.writeStringField("location", violation.location());
      json.writeStringField("metric", violation.metric());
      json.writeStringField("sensor", violation.sensor());
      JsonOutput.integerOrNull(json, "stay", violation.stay());
      json.writeNumberField("from", violation.from());
      JsonOutput.integerOrNull(json, "to", violation.to());
      JsonOutput.integerOrNull(json, "count", violation.count());
      JsonOutput.numberOrNull(json, "worst", violation.worst());
      limit(json, violation.limit());
      JsonOutput.texts(json, "others", violation.others());
    });
  }

  private static void limit(JsonGenerator json, Limit limit) throws IOException {
    if (limit == null) {
      json.writeNullField("limit");
      return;
    }
    json.writeObjectFieldStart("limit");
    bound(json, "min", limit.min());
    bound(json, "above", limit.above());
    bound(json, "max", limit.max());
    bound(json, "below", limit.below());
    time(json, "silent", limit.silent());
    time(json, "stay", limit.stay());
    json.writeEndObject();
  }

  private static void bound(JsonGenerator json, String name, OptionalDouble bound) throws IOException {
    if (bound.isPresent()) {
      JsonOutput.number(json, name, bound.getAsDouble());
    }
  }

  private static void time(JsonGenerator json, String name, OptionalLong millis) throws IOException {
    if (millis.isPresent()) {
      json.writeNumberField(name, millis.getAsLong());
    }
  }

  /** @throws IllegalArgumentException if the value is not what {@link #encode(Revision)} writes */
  public static PublishedViolation decode(byte[] value) {
    try {
      JsonNode json = MAPPER.readTree(value);
      return new PublishedViolation(required(json, "revision").longValue(), violation(json));
    } catch (IOException | RuntimeException malformed) {
      throw new IllegalArgumentException("not a violation: " + malformed.getMessage(), malformed);
    }
  }

  private static Violation violation(JsonNode json) {
    return new Violation(
        required(json, "id").textValue(),
        Status.valueOf(required(json, "status").textValue()),
        Kind.valueOf(required(json, "kind").textValue()),
        Severity.valueOf(required(json, "severity").textValue()),
        required(json, "rule").textValue(),
        json.path("goods").textValue(),
        required(json, "location").textValue(),
        json.path("metric").textValue(),
        required(json, "sensor").textValue(),
        integer(json.path("stay")),
        required(json, "from").longValue(),
        integer(json.path("to")),
        integer(json.path("count")),
        json.path("worst").isNumber() ? json.path("worst").doubleValue() : null,
        limit(json.path("limit")),
        texts(required(json, "others")));
  }

  private static JsonNode required(JsonNode json, String name) {
    JsonNode field = json.path(name);
    if (field.isMissingNode() || field.isNull()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return field;
  }

  private static Long integer(JsonNode field) {
    return field.isIntegralNumber() ? field.longValue() : null;
  }

  private static Limit limit(JsonNode limit) {
    if (!limit.isObject()) {
      return null;
    }
    return new Limit(
        bound(limit, "min"), bound(limit, "above"), bound(limit, "max"), bound(limit, "below"), time(limit, "silent"), time(limit, "stay"));
  }

  private static OptionalLong time(JsonNode limit, String name) {
    JsonNode millis = limit.path(name);
    return millis.isIntegralNumber() ? OptionalLong.of(millis.longValue()) : OptionalLong.empty();
  }

  private static OptionalDouble bound(JsonNode limit, String name) {
    JsonNode bound = limit.path(name);
    return bound.isNumber() ? OptionalDouble.of(bound.doubleValue()) : OptionalDouble.empty();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return List.copyOf(texts);
  }
}
