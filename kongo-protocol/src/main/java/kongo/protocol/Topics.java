package kongo.protocol;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The names of the five topics (section 2 of docs/semantics.md). */
public record Topics(String registry, String sensors, String rfid, String violations, String deadLetters) {

  public static final Topics DEFAULT =
      new Topics("kongo.registry", "kongo.sensors", "kongo.rfid", "kongo.violations", "kongo.dead-letters");

  /** What a dead letter may have: the largest record that Kafka takes by default, and headers. */
  public static final int MAX_DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  private static final Map<String, String> KEPT = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
  private static final Map<String, String> COMPACTED =
      Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
  private static final Map<String, String> KEPT_LARGE =
      Map.of(
          TopicConfig.RETENTION_MS_CONFIG,
          "-1",
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          Integer.toString(MAX_DEAD_LETTER_BYTES));

  public List<String> inputs() {
    return List.of(registry, sensors, rfid);
  }

  public List<String> all() {
    return List.of(registry, sensors, rfid, violations, deadLetters);
  }

  /**
   * Creates the topics that are not there yet and leaves the others as they are. Nothing is ever deleted by age: the
   * violations are a function of all accepted events.
   */
  public void create(Admin admin, int partitions, int replication) throws InterruptedException {
    create(admin, topic(registry, partitions, replication, COMPACTED));
    create(admin, topic(sensors, partitions, replication, KEPT));
    create(admin, topic(rfid, partitions, replication, KEPT));
    create(admin, topic(violations, partitions, replication, KEPT));
    create(admin, topic(deadLetters, partitions, replication, KEPT_LARGE));
  }

  private static NewTopic topic(String name, int partitions, int replication, Map<String, String> settings) {
    return new NewTopic(name, partitions, (short) replication).configs(settings);
  }

  private static void create(Admin admin, NewTopic topic) throws InterruptedException {
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException problem) {
      if (!(problem.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Topic [" + topic.name() + "] cannot be created", problem.getCause());
      }
    }
  }
}
