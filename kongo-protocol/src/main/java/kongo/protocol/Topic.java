package kongo.protocol;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Every topic of Kongo, declared once: whoever creates, names, reads or checks topics goes by this list ({@link Feed} for
 * those that are read), so that a topic that is added is everywhere.
 */
public enum Topic {
  REGISTRY("registry", with(kept(), timely())),
  SENSORS("sensors", with(kept(), timely())),
  RFID("rfid", with(kept(), timely())),
  /** In one order: whoever has read so far knows the same books. */
  RULES("rules", kept()) {
    @Override
    public int partitions(int usual) {
      return 1;
    }
  },
  VIOLATIONS("violations", kept()),
  STAYS("stays", latestOfEachKey()),
  DEAD_LETTERS("dead-letters", with(kept(), large()));

  /** What a dead letter may have: the largest record that Kafka takes by default, and headers. */
  public static final int MAX_DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  // A constant of the compiler: the topics are there before any object is.
  private static final int HOURS_AHEAD = 1;

  /** How far the timestamp of an input record may be ahead of its broker's clock. */
  public static final Duration TIMESTAMP_AHEAD = Duration.ofHours(HOURS_AHEAD);

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

  /** How many it is created with where others have so many. */
  public int partitions(int usual) {
    return usual;
  }

  /** The resource that describes its records as JSON schema. */
  public String schema() {
    return "/kongo/schemas/" + key + ".json";
  }

  /** What is set where it is created, by Kafka's names. */
  public Map<String, String> settings() {
    return settings;
  }

  /**
   * Nothing is ever deleted by age: the violations are a function of all accepted events. Nor is anything compacted: of
   * two registry records of one key, the first may be accepted and the second refused. Only where each Goods is, is said
   * by its latest record alone.
   */
  private static Map<String, String> kept() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE, TopicConfig.RETENTION_MS_CONFIG, "-1");
  }

  private static Map<String, String> latestOfEachKey() {
    return Map.of(
        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT, TopicConfig.RETENTION_MS_CONFIG, "-1");
  }

  /** A clock that is hours ahead must not vouch for the times in its own records. */
  private static Map<String, String> timely() {
    return Map.of(
        TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Duration.ofHours(HOURS_AHEAD).toMillis()));
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
