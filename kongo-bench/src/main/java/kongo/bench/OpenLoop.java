package kongo.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import kongo.protocol.Topics;
import kongo.simulator.SimulatedRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends each record at its own time, whatever becomes of the others: it waits for nobody but, when its buffer is full, for
 * Kafka. The timestamp of a record is the time at which it was to be sent, so that being late counts.
 */
final class OpenLoop implements AutoCloseable {

  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "acks", "all", "batch.size", 128 * 1024, "buffer.memory", 128L * 1024 * 1024, "compression.type", "lz4",
          "max.block.ms", 600_000L, "client.id", "kongo-bench-load");

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private volatile long mostBehindNanos;

  /** @param linger how long records are gathered for one request */
  OpenLoop(String bootstrap, Duration linger) {
    Map<String, Object> all = new HashMap<>(SETTINGS);
    all.put("bootstrap.servers", bootstrap);
    all.put("linger.ms", linger.toMillis());
    this.producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** On a thread of its own; completes when all is acknowledged, or Kafka refuses something for good. */
  CompletableFuture<Void> start(Iterator<SimulatedRecord> records, double perSecond, Duration length) {
    mostBehindNanos = 0;
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(records, perSecond, length, end), "bench-load");
    thread.setDaemon(true);
    thread.start();
    return end;
  }

  private void run(Iterator<SimulatedRecord> records, double perSecond, Duration length, CompletableFuture<Void> end) {
    try {
      send(records, perSecond, Math.round(perSecond * length.toMillis() / 1e3));
      producer.flush();
      Exception problem = failure.get();
      if (problem != null) {
        throw new IllegalStateException("A record could not be sent: " + problem.getMessage(), problem);
      }
      end.complete(null);
    } catch (RuntimeException problem) {
      end.completeExceptionally(problem);
    }
  }

  private void send(Iterator<SimulatedRecord> records, double perSecond, long count) {
    long beginMillis = System.currentTimeMillis();
    long beginNanos = System.nanoTime();
    for (long i = 0; i < count && records.hasNext(); i++) {
      SimulatedRecord next = records.next();
      double dueSeconds = i / perSecond;
      awaitDue(beginNanos + (long) (dueSeconds * SECOND));
      send(next, beginMillis + (long) (dueSeconds * 1e3));
    }
  }

  private void awaitDue(long due) {
    long early = due - System.nanoTime();
    while (early > 0) {
      LockSupport.parkNanos(early);
      early = due - System.nanoTime();
    }
    mostBehindNanos = Math.max(mostBehindNanos, -early);
  }

  private void send(SimulatedRecord next, long timestamp) {
    byte[] key = next.key().getBytes(StandardCharsets.UTF_8);
    var record = new ProducerRecord<>(next.feed().topic(Topics.DEFAULT), null, timestamp, key, next.value());
    producer.send(record, (metadata, problem) -> {
      if (problem == null) {
        acknowledged.incrementAndGet();
      } else {
        failure.compareAndSet(null, problem);
      }
    });
  }

  /** Records, since this was made. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** How late at most a record of the last start was given to the client. */
  double mostBehindMillis() {
    return mostBehindNanos / 1e6;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
