package kongo.host.violations;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kongo.host.settings.KafkaSettings;
import kongo.protocol.ViolationJson;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the violations topic into the node's {@link OpenViolations}, on its own thread: from where some node saved what
 * is open, else from the beginning. If it fails it goes on where it was, with a new consumer, after a pause.
 */
public final class ViolationReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ViolationReader.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration CLOSE = Duration.ofSeconds(3);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  /** A few seconds of reading. */
  private static final int SAVE_EVERY = 100_000;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final OpenViolations violations;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final SavedViolations.Store store;
  private final int saveEvery;
  private final String topic;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private boolean begun;
  private int unsaved;
  private Duration pause = FIRST_PAUSE;
  private volatile Optional<Consumer<byte[], byte[]>> current = Optional.empty();
  private volatile Optional<String> failure = Optional.empty();

  /** @param saveEvery so many records */
  ViolationReader(
      String topic,
      Supplier<Consumer<byte[], byte[]>> consumers,
      OpenViolations violations,
      SavedViolations.Store store,
      int saveEvery) {
    this.violations = violations;
    this.store = store;
    this.saveEvery = saveEvery;
    this.topic = topic;
    this.consumers = consumers;
    this.thread = new Thread(this::run, "kongo-open-violations");
    this.thread.setDaemon(true);
  }

  public static ViolationReader start(KafkaSettings settings, OpenViolations violations, SavedViolations.Store store) {
    Supplier<Consumer<byte[], byte[]>> consumers =
        () -> new KafkaConsumer<>(properties(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    return new ViolationReader(settings.topics().violations(), consumers, violations, store, SAVE_EVERY).start();
  }

  ViolationReader start() {
    thread.start();
    return this;
  }

  private static Properties properties(KafkaSettings settings) {
    Properties properties = settings.clientProperties();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.group() + "-open-violations");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return properties;
  }

  /** Why the violations are not followed at the moment; nothing while they are. From any thread. */
  public Optional<String> missing() {
    return failure.map(reason -> "the topic " + topic + " cannot be read, trying again: " + reason);
  }

  private void run() {
    while (closed.getCount() > 0) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        current = Optional.of(consumer);
        follow(consumer);
      } catch (WakeupException e) {
        LOG.debug("Stopped reading {}", topic);
      } catch (RuntimeException e) {
        failed(e);
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    beginWhereItWasSaved(ends);
    partitions.forEach(partition -> begin(consumer, partition));
    while (closed.getCount() > 0) {
      consumer.poll(POLL).forEach(this::accept);
      partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
      reads();
      saveNowAndThen();
      if (!violations.isComplete() && hasReached(ends)) {
        violations.caughtUp();
      }
    }
  }

  private void beginWhereItWasSaved(Map<TopicPartition, Long> ends) {
    if (!begun) {
      store.last().filter(saved -> isOf(saved, ends)).ifPresent(saved -> {
        violations.restore(saved);
        saved.positions().forEach((partition, position) -> next.put(new TopicPartition(topic, partition), position));
      });
      begun = true;
    }
  }

  /** Not of a topic that was made anew since. */
  private boolean isOf(SavedViolations saved, Map<TopicPartition, Long> ends) {
    return saved.positions().entrySet().stream()
        .allMatch(each -> each.getValue() <= ends.getOrDefault(new TopicPartition(topic, each.getKey()), -1L));
  }

  private void saveNowAndThen() {
    if (unsaved >= saveEvery) {
      var positions = new HashMap<Integer, Long>();
      next.forEach((partition, position) -> positions.put(partition.partition(), position));
      store.keep(violations.save(positions));
      unsaved = 0;
    }
  }

  private void begin(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
    if (next.containsKey(partition)) {
      consumer.seek(partition, next.get(partition));
    } else {
      consumer.seekToBeginning(List.of(partition));
    }
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> next.get(end.getKey()) >= end.getValue());
  }

  private void reads() {
    if (failure.isPresent()) {
      LOG.info("Open violations are followed again");
    }
    failure = Optional.empty();
    pause = FIRST_PAUSE;
  }

  private void failed(RuntimeException e) {
    LOG.warn("Open violations cannot be followed, trying again in {} ms: {}", pause.toMillis(), e.toString());
    failure = Optional.of(e.toString());
    violations.fellBehind();
    try {
      closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      closed.countDown();
    }
    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
  }

  private void accept(ConsumerRecord<byte[], byte[]> message) {
    unsaved++;
    if (message.value() == null) {
      return;
    }
    try {
      violations.accept(ViolationJson.decode(message.value()));
    } catch (RuntimeException e) {
      LOG.debug("Record {}-{}@{} is no violation: {}", topic, message.partition(), message.offset(), e.getMessage());
    }
  }

  @Override
  public void close() {
    closed.countDown();
    current.ifPresent(Consumer::wakeup);
    try {
      thread.join(CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
