package kongo.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongFunction;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import kongo.protocol.Topic;
import kongo.protocol.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends simulated records to Kafka, at a pace. */
public final class Sender implements AutoCloseable {

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          ProducerConfig.ACKS_CONFIG, "all",
          // With more, a leader that has just become ready can take the second batch before the first.
          ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1,
          ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
          ProducerConfig.LINGER_MS_CONFIG, 5,
          ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024,
          ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024,
          ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_DEAD_LETTER_BYTES,
          ProducerConfig.CLIENT_ID_CONFIG, "kongo-simulator");

  private final Topics topics;
  /** Of records of the world; null: when they are sent. */
  private final Function<SimulatedRecord, Long> timestamps;
  private final Producer<byte[], byte[]> producer;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicReference<Exception> firstFailure = new AtomicReference<>();
  private final Delivered.Counter counter = new Delivered.Counter();

  /** @param settings of the producer, {@code bootstrap.servers} at least */
  public Sender(Map<String, Object> settings, Topics topics) {
    this(settings, topics, record -> null);
  }

  private Sender(Map<String, Object> settings, Topics topics, Function<SimulatedRecord, Long> timestamps) {
    Map<String, Object> all = new HashMap<>(DEFAULTS);
    all.putAll(settings);
    this.topics = topics;
    this.timestamps = timestamps;
    this.producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** The timestamps are those of the world's own clock: as if it had been sent while that went by, and nobody had read it. */
  public static Sender ofBacklog(Map<String, Object> settings, Topics topics) {
    return new Sender(settings, topics, SimulatedRecord::sendAt);
  }

  /**
   * Sends until the stream ends or it is told to stop, and waits for the acknowledgements.
   *
   * @throws IllegalStateException if the broker refuses a record for good
   */
  public Delivered run(Iterator<SimulatedRecord> records, Pace pace, Progress progress, BooleanSupplier stop) {
    return run(records, time -> List.of(), pace, progress, stop);
  }

  /**
   * The same, with rule books in between.
   *
   * @param books those that are due by an event time and were not before
   */
  public Delivered run(
      Iterator<SimulatedRecord> records, LongFunction<List<RuleBookRecord>> books, Pace pace, Progress progress, BooleanSupplier stop) {
    while (!stop.getAsBoolean() && firstFailure.get() == null && records.hasNext()) {
      SimulatedRecord next = records.next();
      pace.await(next, stop);
      if (!stop.getAsBoolean()) {
        books.apply(next.sendAt()).forEach(this::send);
        send(next);
        progress.sent(next, acknowledged.get());
      }
    }
    producer.flush();
    Exception failure = firstFailure.get();
    if (failure != null) {
      throw new IllegalStateException(failed + " records could not be sent: " + failure.getMessage(), failure);
    }
    progress.finished(acknowledged.get());
    return counter.total();
  }

  private void send(SimulatedRecord next) {
    byte[] key = next.key() == null ? null : next.key().getBytes(StandardCharsets.UTF_8);
    counter.add(next);
    send(new ProducerRecord<>(next.feed().topic(topics), null, timestamps.apply(next), key, next.value()));
  }

  private void send(RuleBookRecord book) {
    counter.addBook();
    send(new ProducerRecord<>(topics.rules(), RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8), RuleBookJson.encode(book)));
  }

  private void send(ProducerRecord<byte[], byte[]> next) {
    producer.send(
        next,
        (metadata, problem) -> {
          if (problem == null) {
            acknowledged.incrementAndGet();
          } else {
            failed.incrementAndGet();
            firstFailure.compareAndSet(null, problem);
          }
        });
  }

  @Override
  public void close() {
    producer.close();
  }
}
