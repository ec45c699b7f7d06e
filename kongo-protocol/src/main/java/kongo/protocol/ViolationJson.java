package kongo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Revision;
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
    JsonBytes json =
        new JsonBytes()
            .open()
            .field("id", violation.id())
            .field("revision", revision)
            .field("status", violation.status().name())
            .field("kind", violation.kind().name())
            .field("rule", violation.rule());
    text(json, "goods", violation.goods());
    json.field("location", violation.location());
    text(json, "metric", violation.metric());
    json.field("sensor", violation.sensor());
    integer(json, "stay", violation.stay());
    json.field("from", violation.from());
    integer(json, "to", violation.to());
    integer(json, "count", violation.count());
    decimal(json, "worst", violation.worst());
    limit(json, violation.limit());
    return json.field("others", violation.others()).close();
  }

  private static void text(JsonBytes json, String name, String text) {
    if (text == null) {
      json.nullField(name);
    } else {
      json.field(name, text);
    }
  }

  private static void integer(JsonBytes json, String name, Long number) {
    if (number == null) {
      json.nullField(name);
    } else {
      json.field(name, number.longValue());
    }
  }

  private static void decimal(JsonBytes json, String name, Double number) {
    if (number == null) {
      json.nullField(name);
    } else {
      json.field(name, number.doubleValue());
    }
  }

  private static void limit(JsonBytes json, Limit limit) {
    if (limit == null) {
      json.nullField("limit");
      return;
    }
    json.openField("limit");
    limit.min().ifPresent(min -> json.field("min", min));
    limit.above().ifPresent(above -> json.field("above", above));
    limit.max().ifPresent(max -> json.field("max", max));
    limit.below().ifPresent(below -> json.field("below", below));
    json.closeField();
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
    return new Limit(bound(limit, "min"), bound(limit, "above"), bound(limit, "max"), bound(limit, "below"));
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
