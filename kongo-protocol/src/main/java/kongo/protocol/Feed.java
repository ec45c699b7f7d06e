package kongo.protocol;

import java.util.Arrays;
import java.util.List;

/**
 * The topics that Kongo reads. Who has to know which one it is switches over these without a default: where another is
 * forgotten, it does not compile.
 */
public enum Feed {
  REGISTRY(Topic.REGISTRY, "id", true),
  SENSORS(Topic.SENSORS, "location", false),
  RFID(Topic.RFID, "goods", true);

  private final Topic topic;
  private final String keyField;
  private final boolean awaited;

  Feed(Topic topic, String keyField, boolean awaited) {
    this.topic = topic;
    this.keyField = keyField;
    this.awaited = awaited;
  }

  public Topic topic() {
    return topic;
  }

  public String topic(Topics topics) {
    return topics.name(topic);
  }

  /** The field that the key of a record repeats; a reading may have {@code goods} instead. */
  public String keyField() {
    return keyField;
  }

  /** Those that others wait for: a backlog of them is worked on first. */
  public static List<Feed> awaited() {
    return Arrays.stream(values()).filter(feed -> feed.awaited).toList();
  }

  public RecordDecoder<?> decoder(EventTime eventTime) {
    return switch (this) {
      case REGISTRY -> new RegistryDecoder();
      case SENSORS -> new SensorDecoder(eventTime);
      case RFID -> new RfidDecoder(eventTime);
    };
  }
}
