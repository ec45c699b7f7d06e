package kongo.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.goods.Stay;
import kongo.goods.StaysChanged;
import kongo.registry.PlaceType;
import kongo.violation.Cause;

/** The value of a record of the stays topic (section 8 of docs/semantics.md). */
public final class StaysJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StaysJson() {}

  public static byte[] encode(StaysChanged changed) {
    return JsonOutput.object(json -> {
      json.writeStringField("goods", changed.goods());
      json.writeNumberField("version", changed.version());
      at(json, changed.at());
      json.writeNumberField("changed", changed.changed());
      json.writeNumberField("from", changed.from());
      json.writeArrayFieldStart("stays");
      for (Stay stay : changed.stays()) {
        stay(json, stay);
      }
      json.writeEndArray();
    });
  }

  private static void at(JsonGenerator json, Optional<Stay> now) throws IOException {
    if (now.isEmpty()) {
      json.writeNullField("at");
      return;
    }
    json.writeObjectFieldStart("at");
    json.writeStringField("location", now.get().location());
    json.writeStringField("as", now.get().namedAs().name());
    json.writeNumberField("since", now.get().from());
    json.writeEndObject();
  }

  private static void stay(JsonGenerator json, Stay stay) throws IOException {
    json.writeStartObject();
    json.writeStringField("location", stay.location());
    json.writeStringField("as", stay.namedAs().name());
    json.writeNumberField("from", stay.from());
    if (stay.isOpen()) {
      json.writeNullField("to");
    } else {
      json.writeNumberField("to", stay.to());
    }
    json.writeEndObject();
  }

  /**
   * @param cause what the record's headers say of it
   * @throws IllegalArgumentException if the value is not what {@link #encode} writes
   */
  public static StaysChanged decode(byte[] value, Cause cause) {
    try {
      JsonNode json = MAPPER.readTree(value);
      List<Stay> stays = new ArrayList<>();
      required(json, "stays").forEach(stay -> stays.add(stay(stay)));
      return new StaysChanged(
          required(json, "goods").textValue(), integer(json, "version"), integer(json, "changed"),
          integer(json, "from"), stays, cause);
    } catch (IOException | RuntimeException malformed) {
      throw new IllegalArgumentException("no stays: " + malformed.getMessage(), malformed);
    }
  }

  private static Stay stay(JsonNode json) {
    return new Stay(
        required(json, "location").textValue(), PlaceType.valueOf(required(json, "as").textValue()),
        integer(json, "from"), json.path("to").isNull() ? Stay.OPEN : integer(json, "to"));
  }

  private static long integer(JsonNode json, String name) {
    JsonNode field = required(json, name);
    if (!field.isIntegralNumber()) {
      throw new IllegalArgumentException(name + " is no integer");
    }
    return field.longValue();
  }

  private static JsonNode required(JsonNode json, String name) {
    JsonNode field = json.path(name);
    if (field.isMissingNode() || field.isNull()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return field;
  }
}
