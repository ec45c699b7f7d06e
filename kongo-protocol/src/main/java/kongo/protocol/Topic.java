package kongo.protocol;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Every topic of Kongo, declared once: whoever creates, names, reads or checks topics goes by this list ({@link Feed} for
 * those that are read), so that a topic that is added is everywhere.
 */
public enum Topic {
  REGISTRY("registry", with(compacted(), timely())),
  SENSORS("sensors", with(kept(), timely())),
  RFID("rfid", with(kept(), timely())),
  VIOLATIONS("violations", kept()),
  DEAD_LETTERS("dead-letters", with(kept(), large()));

  /** Partitions of a topic that is created, unless the settings say otherwise. */
  public static final int PARTITIONS = 12;

  /** What a dead letter may have: the largest record that Kafka takes by default, and headers. */
  public static final int MAX_DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  private final String key;
  private final Map<String, String> settings;

  Topic(String key, Map<String, String> settings) {
    this.key = key;
    this.settings = settings;
  }

  /** Names it in the settings ({@code kongo.kafka.topics}), among the schemas, and by default behind {@code kongo.} */
  public String key() {
    return key;
  }

  /** The resource that describes its records as JSON schema. */
  public String schema() {
    return "/kongo/schemas/" + key + ".json";
  }

  /** What is set where it is created, by Kafka's names. */
  public Map<String, String> settings() {
    return settings;
  }

  /** Nothing is ever deleted by age: the violations are a function of all accepted events. */
  private static Map<String, String> kept() {
    return Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
  }

  private static Map<String, String> compacted() {
    return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
  }

  /** A clock that is hours ahead must not vouch for the times in its own records. */
  private static Map<String, String> timely() {
    return Map.of(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, "3600000");
  }

  private static Map<String, String> large() {
    return Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_DEAD_LETTER_BYTES));
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }
}
