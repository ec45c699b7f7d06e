package kongo.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import kongo.protocol.CauseHeaders;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.violation.Cause;
import kongo.violation.Violation;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of the violations, which looks how long each took since the record that caused it was to be sent. */
final class LatencyWatch implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final long LONGEST_MICROS = Duration.ofHours(1).toMillis() * 1_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Histogram latencies = new Histogram(LONGEST_MICROS, 3);
  private final CompletableFuture<Histogram> result = new CompletableFuture<>();
  private final long from;
  private final Predicate<Violation> counts;
  private volatile boolean ending;
  private volatile boolean closed;

  private LatencyWatch(String bootstrap, long from, Predicate<Violation> counts) {
    this.from = from;
    this.counts = counts;
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false", "fetch.max.wait.ms", "50", "client.id", "kongo-bench-latency");
    this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(Topics.DEFAULT.violations()).stream().map(each -> new TopicPartition(each.topic(), each.partition())).toList();
  }

  /** Counts what input records cause whose time to be sent is not before {@code from}, milliseconds since the epoch. */
  static LatencyWatch start(String bootstrap, long from) {
    return start(bootstrap, from, violation -> true);
  }

  /** The same of those violations only that count. */
  static LatencyWatch start(String bootstrap, long from, Predicate<Violation> counts) {
    LatencyWatch watch = new LatencyWatch(bootstrap, from, counts);
    watch.consumer.assign(watch.partitions);
    watch.consumer.seekToEnd(watch.partitions);
    watch.partitions.forEach(watch.consumer::position);
    Thread thread = new Thread(watch::run, "bench-latency");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void run() {
    try (consumer) {
      while (!closed && !ending) {
        take(consumer.poll(POLL));
      }
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!closed && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        take(consumer.poll(POLL));
      }
      result.complete(latencies);
    } catch (RuntimeException problem) {
      result.completeExceptionally(problem);
    }
  }

  private void take(ConsumerRecords<byte[], byte[]> records) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    for (ConsumerRecord<byte[], byte[]> each : records) {
      Cause cause = CauseHeaders.read(each.headers());
      boolean isOfLoad = cause.timestamp() >= from && !cause.topic().equals(Topics.DEFAULT.rules());
      if (isOfLoad && counts.test(ViolationJson.decode(each.value()).violation())) {
        latencies.recordValue(Math.max(0, Math.min(LONGEST_MICROS, now - cause.timestamp() * 1_000)));
      }
    }
  }

  /** All latencies, once everything that was published by now is read; to be called when nothing is left to be published. */
  Histogram end() {
    ending = true;
    return result.join();
  }

  @Override
  public void close() {
    closed = true;
  }
}
