package kongo.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kongo.protocol.RuleBookJson;
import kongo.protocol.RuleBookRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends rule books to their topic, as {@code kongo rules publish} does. */
public final class BookSender implements AutoCloseable {

  private static final byte[] KEY = RuleBookRecord.KEY.getBytes(StandardCharsets.UTF_8);

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  /** @param settings of the Kafka client, at least {@code bootstrap.servers} */
  public BookSender(Map<String, Object> settings, String topic) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    this.topic = topic;
    this.producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Returns when Kafka has it; answers its offset, which is its version.
   *
   * @throws IllegalStateException if Kafka refuses it
   */
  public long send(RuleBookRecord book) throws InterruptedException {
    try {
      return producer.send(new ProducerRecord<>(topic, KEY, RuleBookJson.encode(book))).get().offset();
    } catch (ExecutionException refused) {
      throw new IllegalStateException("The rule book could not be sent: " + refused.getCause().getMessage(), refused);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
