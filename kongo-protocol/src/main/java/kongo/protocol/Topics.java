package kongo.protocol;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** The names of the five topics (section 2 of docs/semantics.md). */
public record Topics(String registry, String sensors, String rfid, String violations, String deadLetters) {

  public static final Topics DEFAULT =
      new Topics("kongo.registry", "kongo.sensors", "kongo.rfid", "kongo.violations", "kongo.dead-letters");

  /** What a dead letter may have: the largest record that Kafka takes by default, and headers. */
  public static final int MAX_DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  private static final Duration READY_WITHIN = Duration.ofMinutes(1);

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
   * Creates the topics that are not there yet, leaves the others as they are, and waits until all can be written to.
   * Nothing is ever deleted by age: the violations are a function of all accepted events.
   */
  public void create(Admin admin, int partitions, int replication) throws InterruptedException {
    create(admin, topic(registry, partitions, replication, COMPACTED));
    create(admin, topic(sensors, partitions, replication, KEPT));
    create(admin, topic(rfid, partitions, replication, KEPT));
    create(admin, topic(violations, partitions, replication, KEPT));
    create(admin, topic(deadLetters, partitions, replication, KEPT_LARGE));
    awaitLeaders(admin);
  }

  /**
   * A leader that is not ready yet may refuse an idempotent producer's first batch and take its second; from then on
   * it refuses the first for ever, as out of sequence. Offsets are only told by leaders that are ready.
   */
  private void awaitLeaders(Admin admin) throws InterruptedException {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (true) {
      try {
        tellOffsets(admin);
        return;
      } catch (ExecutionException notYet) {
        if (!(notYet.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
          throw new IllegalStateException("Topics " + all() + " do not become ready", notYet.getCause());
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private void tellOffsets(Admin admin) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(all()).allTopicNames().get().values()) {
      for (TopicPartitionInfo partition : topic.partitions()) {
        latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
      }
    }
    admin.listOffsets(latest).all().get();
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
