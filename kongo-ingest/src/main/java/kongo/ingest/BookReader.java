package kongo.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kongo.backoff.Pauses;
import kongo.protocol.RuleBookDecoder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic of the rule books into the node's {@link BookLog}, all of it and on, on its own thread. */
public final class BookReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BookReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSE = Duration.ofSeconds(3);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final TopicPartition partition;
  private final BookLog log;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final RuleBookDecoder decoder = new RuleBookDecoder();
  private final Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private final Thread thread = new Thread(this::run, "kongo-rule-books");
  private volatile Optional<Consumer<byte[], byte[]>> current = Optional.empty();
  private volatile Optional<String> failure = Optional.empty();

  BookReader(String topic, BookLog log, Supplier<Consumer<byte[], byte[]>> consumers) {
    this.partition = new TopicPartition(topic, 0);
    this.log = log;
    this.consumers = consumers;
    thread.setDaemon(true);
  }

  public static BookReader start(IngestSettings settings, BookLog log) {
    BookReader reader = new BookReader(
        settings.topics().rules(), log, () -> new KafkaConsumer<>(properties(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    reader.thread.start();
    return reader;
  }

  private static Map<String, Object> properties(IngestSettings settings) {
    Map<String, Object> properties = new HashMap<>(settings.client());
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.groupOf(settings.topics().rules()));
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return properties;
  }

  /** Returns when everything is read that was there when it began to read. */
  public void awaitCaughtUp() {
    caughtUp.join();
  }

  /** Why the books are not followed at the moment; nothing while they are. From any thread. */
  public Optional<String> missing() {
    return failure.map(reason -> "the topic " + partition.topic() + " cannot be read, trying again: " + reason);
  }

  private void run() {
    while (closed.getCount() > 0) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        current = Optional.of(consumer);
        follow(consumer);
      } catch (WakeupException end) {
        LOG.debug("Stopped reading {}", partition);
      } catch (RuntimeException problem) {
        failed(problem);
      }
    }
  }

  private void follow(Consumer<byte[], byte[]> consumer) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, log.read());
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    while (closed.getCount() > 0) {
      consumer.poll(POLL).forEach(this::take);
      log.readTo(consumer.position(partition));
      failure = Optional.empty();
      pauses.reset();
      if (log.read() >= end) {
        caughtUp.complete(null);
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    log.take(record, decoder.decode(record));
    LOG.info("Record {} of {}: the books are of version {}", record.offset(), partition, log.version());
  }

  private void failed(RuntimeException problem) {
    Duration pause = pauses.next();
    LOG.warn("The rule books cannot be followed, trying again in {} ms: {}", pause.toMillis(), problem.toString());
    failure = Optional.of(problem.toString());
    try {
      closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException end) {
      closed.countDown();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    current.ifPresent(Consumer::wakeup);
    try {
      thread.join(CLOSE.toMillis());
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
