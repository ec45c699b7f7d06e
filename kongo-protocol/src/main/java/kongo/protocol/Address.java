package kongo.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The input topic and the key that a value belongs to, as its fields say. */
public record Address(String topic, String key) {

  /** What says the most comes first: anything may have an id. */
  private static final List<Feed> BY_FIELD = List.of(Feed.SENSORS, Feed.RFID, Feed.REGISTRY);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Empty for what is no record of any input topic; what has an address may still be refused. */
  public static Optional<Address> of(byte[] value, Topics topics) {
    try {
      JsonNode json = MAPPER.readTree(value);
      if (isByLogger(json)) {
        return of(json, Feed.RFID.keyField(), Feed.SENSORS.topic(topics));
      }
      return BY_FIELD.stream().flatMap(feed -> of(json, feed.keyField(), feed.topic(topics)).stream()).findFirst();
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  /** Whether it is a reading that names a Goods, which moves do, too. */
  private static boolean isByLogger(JsonNode json) {
    return json.has("metric") && !json.has("type") && !json.path(Feed.SENSORS.keyField()).isTextual();
  }

  private static Optional<Address> of(JsonNode json, String keyField, String topic) {
    JsonNode key = json.path(keyField);
    return key.isTextual() ? Optional.of(new Address(topic, key.textValue())) : Optional.empty();
  }
}
