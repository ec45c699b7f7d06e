package kongo.protocol;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * What the topics are called (section 2 of docs/semantics.md).
 *
 * @param names of all
 */
public record Topics(Map<Topic, String> names) {

  public static final Topics DEFAULT = prefixed("kongo");

  private static final Duration READY_WITHIN = Duration.ofMinutes(1);

  /** @throws IllegalArgumentException if one has no name */
  public Topics {
    for (Topic topic : Topic.values()) {
      if (!names.containsKey(topic)) {
        throw new IllegalArgumentException("topic " + topic.key() + " has no name");
      }
    }
    names = Map.copyOf(names);
  }

  public static Topics of(Function<Topic, String> name) {
    Map<Topic, String> names = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      names.put(topic, name.apply(topic));
    }
    return new Topics(names);
  }

  /** Named {@code <prefix>.registry} and so on. */
  public static Topics prefixed(String prefix) {
    return of(topic -> prefix + "." + topic.key());
  }

  public String name(Topic topic) {
    return names.get(topic);
  }

  public String registry() {
    return name(Topic.REGISTRY);
  }

  public String sensors() {
    return name(Topic.SENSORS);
  }

  public String rfid() {
    return name(Topic.RFID);
  }

  public String rules() {
    return name(Topic.RULES);
  }

  public String violations() {
    return name(Topic.VIOLATIONS);
  }

  public String stays() {
    return name(Topic.STAYS);
  }

  public String deadLetters() {
    return name(Topic.DEAD_LETTERS);
  }

  public List<String> inputs() {
    return Arrays.stream(Feed.values()).map(feed -> feed.topic(this)).toList();
  }

  public List<String> all() {
    return Arrays.stream(Topic.values()).map(this::name).toList();
  }

  /** @throws IllegalArgumentException if no topic of that name is read */
  public Feed feed(String topic) {
    return Arrays.stream(Feed.values())
        .filter(feed -> feed.topic(this).equals(topic))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("topic " + topic + " is none of the input topics " + inputs()));
  }

  /** Creates the topics that are not there yet, leaves the others as they are, and waits until all can be written to. */
  public void create(Admin admin, int partitions, int replication) throws InterruptedException {
    for (Topic topic : Topic.values()) {
      create(admin, new NewTopic(name(topic), topic.partitions(partitions), (short) replication).configs(topic.settings()));
    }
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
