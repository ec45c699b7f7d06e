package kongo.protocol;

/**
 * The topics that Kongo reads. Who has to know which one it is switches over these without a default: where another is
 * forgotten, it does not compile.
 */
public enum Feed {
  REGISTRY(Topic.REGISTRY, "id"),
  SENSORS(Topic.SENSORS, "location"),
  RFID(Topic.RFID, "goods");

  private final Topic topic;
  private final String keyField;

  Feed(Topic topic, String keyField) {
    this.topic = topic;
    this.keyField = keyField;
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

  public RecordDecoder<?> decoder(EventTime eventTime) {
    return switch (this) {
      case REGISTRY -> new RegistryDecoder();
      case SENSORS -> new SensorDecoder(eventTime);
      case RFID -> new RfidDecoder(eventTime);
    };
  }
}
