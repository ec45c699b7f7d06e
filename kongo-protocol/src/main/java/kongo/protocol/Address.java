package kongo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** The input topic and the key that a value belongs to, as its fields say. */
public record Address(String topic, String key) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Empty for what is no record of any input topic; what has an address may still be refused. */
  public static Optional<Address> of(byte[] value, Topics topics) {
    try {
      JsonNode json = MAPPER.readTree(value);
      return of(json, "location", topics.sensors())
          .or(() -> of(json, "goods", topics.rfid()))
          .or(() -> of(json, "id", topics.registry()));
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Address> of(JsonNode json, String keyField, String topic) {
    JsonNode key = json.path(keyField);
    return key.isTextual() ? Optional.of(new Address(topic, key.textValue())) : Optional.empty();
  }
}
