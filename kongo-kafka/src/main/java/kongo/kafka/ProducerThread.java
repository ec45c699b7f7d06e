package kongo.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka producer on a thread of its own, for its send can block. */
public final class ProducerThread implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final KafkaProducer<byte[], byte[]> producer;
  private final ExecutorService thread;

  private ProducerThread(KafkaProducer<byte[], byte[]> producer, ExecutorService thread) {
    this.producer = producer;
    this.thread = thread;
  }

  /** @param settings by Kafka's own names; acknowledgement and idempotence are not open to change */
  public static ProducerThread start(String name, Map<String, String> settings) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.put(ProducerConfig.CLIENT_ID_CONFIG, name);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    ByteArraySerializer bytes = new ByteArraySerializer();
    ExecutorService thread = Executors.newSingleThreadExecutor(work -> daemon(work, name));
    return new ProducerThread(new KafkaProducer<>(properties, bytes, bytes), thread);
  }

  /** Completes when all are acknowledged, fails when one of them is not. */
  public CompletionStage<Void> send(List<ProducerRecord<byte[], byte[]>> records) {
    return CompletableFuture.supplyAsync(() -> records.stream().map(this::send).toArray(CompletableFuture[]::new), thread)
        .thenCompose(CompletableFuture::allOf);
  }

  /** Completes when it is known what became of each: empty if it is acknowledged. */
  public CompletionStage<List<Optional<Throwable>>> sendEach(List<ProducerRecord<byte[], byte[]>> records) {
    return CompletableFuture.supplyAsync(() -> records.stream().map(this::problem).toList(), thread)
        .thenCompose(all -> CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
            .thenApply(known -> all.stream().map(CompletableFuture::join).toList()));
  }

  private CompletableFuture<Optional<Throwable>> problem(ProducerRecord<byte[], byte[]> record) {
    return send(record).handle((done, problem) -> Optional.ofNullable(problem));
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    thread.shutdown();
    producer.close(CLOSING);
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    producer.send(record, (where, problem) -> {
      if (problem == null) {
        acknowledged.complete(null);
      } else {
        acknowledged.completeExceptionally(problem);
      }
    });
    return acknowledged;
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
