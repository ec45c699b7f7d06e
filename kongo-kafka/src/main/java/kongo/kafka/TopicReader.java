package kongo.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads everything that is in a topic now, each partition in the order of its offsets. */
public final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Runnable beforePoll;

  public TopicReader(Map<String, String> client) {
    this(client, () -> {});
  }

  /** @param beforePoll is called again and again; what it throws ends the reading */
  public TopicReader(Map<String, String> client, Runnable beforePoll) {
    this.beforePoll = beforePoll;
    Map<String, Object> settings = new TreeMap<>(client);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // As the streams read: what a producer took back was never sent in, and the ends are those of what it did not.
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
    consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** How many records the topic takes up, the ends of transactions among them. */
  public long read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    return read(partitions(topic), action);
  }

  /** The same of one partition. */
  public long read(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    return read(List.of(partition), action);
  }

  /** Only what has a timestamp from that one on, in milliseconds since the epoch. */
  public void readSince(long timestamp, String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    List<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    offsets(timestamp, partitions).forEach((partition, offset) -> {
      if (offset == null) {
        consumer.seekToEnd(List.of(partition));
      } else {
        consumer.seek(partition, offset.offset());
      }
    });
    readOn(partitions, each -> {
      if (each.timestamp() >= timestamp) {
        action.accept(each);
      }
    });
  }

  /** About how many records have a timestamp from that one on. */
  public long countSince(long timestamp, String topic) {
    List<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return offsets(timestamp, partitions).entrySet().stream()
        .filter(first -> first.getValue() != null)
        .mapToLong(first -> Math.max(0, ends.get(first.getKey()) - first.getValue().offset()))
        .sum();
  }

  private Map<TopicPartition, OffsetAndTimestamp> offsets(long timestamp, List<TopicPartition> partitions) {
    return consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(each -> each, each -> timestamp)));
  }

  private long read(List<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return readOn(partitions, action);
  }

  private long readOn(List<TopicPartition> partitions, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!isRead(ends)) {
      beforePoll.run();
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
        if (each.offset() < ends.get(new TopicPartition(each.topic(), each.partition()))) {
          action.accept(each);
        }
      }
    }
    return ends.values().stream().mapToLong(Long::longValue).sum();
  }

  private boolean isRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** The end offsets of some topics, by partition. */
  public Map<TopicPartition, Long> ends(List<String> topics) {
    return consumer.endOffsets(topics.stream().flatMap(topic -> partitions(topic).stream()).toList());
  }

  /** @throws MissingTopic if it is not there */
  public List<TopicPartition> partitions(String topic) {
    List<PartitionInfo> known = consumer.partitionsFor(topic);
    if (known == null || known.isEmpty()) {
      throw new MissingTopic(topic);
    }
    return known.stream().map(each -> new TopicPartition(topic, each.partition())).toList();
  }

  @Override
  public void close() {
    consumer.close(Duration.ZERO);
  }
}
