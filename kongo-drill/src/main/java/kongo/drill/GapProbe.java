package kongo.drill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import kongo.protocol.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Measures how long the records of each partition wait for their decision: reads them beside the engine, and looks
 * about every 100 ms how far its groups have committed. Of the records of a tenth of a second the first counts.
 */
final class GapProbe implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(80);
  private static final long BUCKET_MILLIS = 100;
  private static final long TIMEOUT_MILLIS = 2_000;

  private record Waiting(long offset, long timestamp) {}

  private final Map<String, Object> client;
  private final String group;
  private final Map<TopicPartition, Deque<Waiting>> waiting = new HashMap<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final AtomicLong decisions = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  private GapProbe(String bootstrap, String group) {
    this.client =
        Map.of(
            "bootstrap.servers", bootstrap, "reconnect.backoff.max.ms", "500", "auto.offset.reset", "earliest",
            "enable.auto.commit", "false", "max.poll.records", "20000", "client.id", "kongo-drill-probe");
    this.group = group;
    this.thread = new Thread(this::watch, "drill-probe");
    thread.setDaemon(true);
  }

  /** Measures from now on. */
  static GapProbe start(String bootstrap, String group) {
    GapProbe probe = new GapProbe(bootstrap, group);
    probe.thread.start();
    return probe;
  }

  private void watch() {
    try (KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Admin admin = Admin.create(client)) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      while (!closed) {
        look(consumer, admin);
      }
    }
  }

  private void look(KafkaConsumer<byte[], byte[]> consumer, Admin admin) {
    try {
      consumer.poll(POLL).forEach(this::arrived);
      decided(committed(admin), System.currentTimeMillis());
    } catch (KafkaException | ExecutionException | TimeoutException brokerIsAway) {
      pause();
    } catch (InterruptedException end) {
      closed = true;
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
    return Topics.DEFAULT.inputs().stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private synchronized void arrived(ConsumerRecord<byte[], byte[]> record) {
    Deque<Waiting> queue =
        waiting.computeIfAbsent(new TopicPartition(record.topic(), record.partition()), added -> new ArrayDeque<>());
    Waiting last = queue.peekLast();
    if (last == null || record.timestamp() / BUCKET_MILLIS != last.timestamp / BUCKET_MILLIS) {
      queue.add(new Waiting(record.offset(), record.timestamp()));
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<String, ListConsumerGroupOffsetsSpec> groups =
        Topics.DEFAULT.inputs().stream()
            .collect(Collectors.toMap(topic -> group + "-" + topic, topic -> new ListConsumerGroupOffsetsSpec()));
    Map<TopicPartition, OffsetAndMetadata> all = new HashMap<>();
    admin.listConsumerGroupOffsets(groups).all().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS).values().forEach(all::putAll);
    return all;
  }

  private synchronized void decided(Map<TopicPartition, OffsetAndMetadata> committed, long now) {
    committed.forEach((partition, offset) -> {
      Deque<Waiting> queue = waiting.get(partition);
      while (offset != null && queue != null && !queue.isEmpty() && queue.peek().offset < offset.offset()) {
        gaps.add(new Gap(partition, queue.remove().timestamp, now));
        decisions.incrementAndGet();
      }
    });
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(BUCKET_MILLIS);
    } catch (InterruptedException end) {
      closed = true;
    }
  }

  /** For how long the record that waits longest has waited. */
  synchronized Duration longestWait() {
    long now = System.currentTimeMillis();
    long oldest = waiting.values().stream().filter(queue -> !queue.isEmpty()).mapToLong(queue -> queue.peek().timestamp).min().orElse(now);
    return Duration.ofMillis(now - oldest);
  }

  /** Grows with the decisions seen. */
  long decisions() {
    return decisions.get();
  }

  /** The gaps of all records decided since the last call. */
  synchronized List<Gap> take() {
    List<Gap> taken = List.copyOf(gaps);
    gaps.clear();
    return taken;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
