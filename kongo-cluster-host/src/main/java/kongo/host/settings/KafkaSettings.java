package kongo.host.settings;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import kongo.protocol.Topics;
import kongo.violation.Position;

/**
 * How a node reaches Kafka, and the topics.
 *
 * @param epoch of the input topics, see {@link Position}
 * @param refuseFiniteRetention whether a topic that loses records by age or size ends the start
 * @param client settings for every client, by Kafka's own names
 */
public record KafkaSettings(
    List<HostPort> bootstrap,
    String group,
    int epoch,
    Topics topics,
    boolean createTopics,
    int partitions,
    int replication,
    boolean refuseFiniteRetention,
    Map<String, String> client) {

  private static final String TOPIC = "[A-Za-z0-9._-]{1,249}";
  private static final String TOPIC_MEANING = "a topic name: 1 to 249 letters, digits, \".\", \"_\" and \"-\"";

  static KafkaSettings read(SettingReader reader) {
    return new KafkaSettings(
        reader.addresses("kafka.bootstrap-servers", 1),
        reader.text("kafka.group", "[A-Za-z0-9._-]{1,200}", "1 to 200 letters, digits, \".\", \"_\" and \"-\""),
        reader.integer("kafka.epoch", 0, Position.LAST_EPOCH),
        topics(reader),
        reader.flag("kafka.create-topics"),
        reader.integer("kafka.partitions", 1, 10_000),
        reader.integer("kafka.replication", 1, 100),
        reader.text("kafka.finite-retention", "warn|refuse", "warn or refuse").equals("refuse"),
        reader.texts("kafka.client"));
  }

  private static Topics topics(SettingReader reader) {
    var topics = Topics.of(topic -> topic(reader, topic.key()));
    if (topics.all().stream().distinct().count() < topics.all().size()) {
      reader.refuse("kafka.topics", "all different names", topics.all());
    }
    return topics;
  }

  private static String topic(SettingReader reader, String name) {
    return reader.text("kafka.topics." + name, TOPIC, TOPIC_MEANING);
  }

  public String bootstrapServers() {
    return bootstrap.stream().map(HostPort::toString).collect(Collectors.joining(","));
  }

  /** The settings that every client has. */
  public Properties clientProperties() {
    var properties = new Properties();
    properties.putAll(client);
    properties.put("bootstrap.servers", bootstrapServers());
    return properties;
  }
}
