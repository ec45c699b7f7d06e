package kongo.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kongo.protocol.CauseHeaders;
import kongo.protocol.Decoded;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookRecord;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the violations, the registry, the rule books, and how far the input has got, into {@link LiveFigures}. */
final class LiveSource implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Topics topics;
  private final LiveFigures figures;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Admin admin;
  private final RegistryDecoder registry = new RegistryDecoder();
  private final RuleBookDecoder books = new RuleBookDecoder();
  private final List<TopicPartition> inputs;
  private final long since;

  /** Latencies count of violations published from {@code sinceMillis} on. */
  LiveSource(String bootstrap, Topics topics, LiveFigures figures, long sinceMillis) {
    this.topics = topics;
    this.figures = figures;
    this.since = sinceMillis;
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false", "fetch.max.wait.ms", "200", "isolation.level", "read_committed");
    this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap));
    this.inputs = partitions(topics.inputs());
    var read = partitions(List.of(topics.violations(), topics.registry(), topics.rules()));
    consumer.assign(read);
    consumer.seekToBeginning(read);
  }

  private List<TopicPartition> partitions(Collection<String> names) {
    var all = new ArrayList<TopicPartition>();
    names.forEach(name -> consumer.partitionsFor(name).forEach(info -> all.add(new TopicPartition(name, info.partition()))));
    return all;
  }

  /** Takes in what has come, and waits for something if nothing has. */
  void poll(Duration longest) {
    var records = consumer.poll(longest);
    long now = System.currentTimeMillis();
    records.records(topics.registry()).forEach(this::registered);
    records.records(topics.rules()).forEach(this::book);
    records.records(topics.violations()).forEach(record -> violation(record, now));
  }

  private void registered(ConsumerRecord<byte[], byte[]> record) {
    if (registry.decode(record) instanceof Decoded.Usable<kongo.protocol.RegistryRecord> usable) {
      figures.registered(usable.value());
    }
  }

  private void book(ConsumerRecord<byte[], byte[]> record) {
    if (books.decode(record) instanceof Decoded.Usable<RuleBookRecord> usable) {
      figures.book(record.offset(), usable.value());
    }
  }

  private void violation(ConsumerRecord<byte[], byte[]> record, long now) {
    boolean isNews = figures.violation(ViolationJson.decode(record.value()));
    if (isNews && record.timestamp() >= since) {
      figures.latency(now - CauseHeaders.read(record.headers()).timestamp(), now);
    }
  }

  /** Asks how many input records there are, and how many of them no consumer group has committed. */
  void measure() {
    var ends = consumer.endOffsets(inputs, PATIENCE);
    long all = ends.values().stream().mapToLong(Long::longValue).sum();
    figures.input(all, System.currentTimeMillis());
    figures.lag(lag(ends));
  }

  private long lag(Map<TopicPartition, Long> ends) {
    var committed = committed();
    // A partition without records has nothing to commit.
    return ends.entrySet().stream().mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L)).sum();
  }

  private Map<TopicPartition, Long> committed() {
    var highest = new HashMap<TopicPartition, Long>();
    try {
      for (var group : admin.listConsumerGroups().all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        offsets(group).forEach((partition, offset) -> highest.merge(partition, offset, Math::max));
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new org.apache.kafka.common.KafkaException("the lag cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return highest;
  }

  private Map<TopicPartition, Long> offsets(ConsumerGroupListing group) throws ExecutionException, TimeoutException, InterruptedException {
    var found = new HashMap<TopicPartition, Long>();
    admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .forEach((partition, offset) -> found.put(partition, offset == null ? 0 : offset.offset()));
    return found;
  }

  @Override
  public void close() {
    consumer.close(PATIENCE);
    admin.close(PATIENCE);
  }
}
