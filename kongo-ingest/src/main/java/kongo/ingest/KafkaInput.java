package kongo.ingest;

import java.util.HashMap;
import java.util.Map;
import kongo.kafka.BoundedBytes;
import kongo.kafka.CutNote;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Kafka's consumers as the streams need them. */
final class KafkaInput {

  /** At a time, if nothing is set: Kafka's own number. */
  private static final int POLLED = ConsumerConfig.DEFAULT_MAX_POLL_RECORDS;

  private KafkaInput() {}

  /** @param oddities is told how many partitions the topic has */
  static Consumer<byte[], byte[]> consumer(String topic, IngestSettings settings, Oddities oddities) {
    Consumer<byte[], byte[]> consumer = consumer(topic, settings);
    try {
      oddities.partitions(topic, consumer.partitionsFor(topic).size());
      return consumer;
    } catch (RuntimeException unknown) {
      consumer.close();
      throw unknown;
    }
  }

  static Consumer<byte[], byte[]> consumer(String topic, IngestSettings settings) {
    Map<String, Object> properties = new HashMap<>(settings.client());
    properties.putAll(settings.consumer());
    if (topic.equals(settings.topics().sensors())) {
      properties.putAll(settings.sensorsConsumer());
    }
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupOf(topic));
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.groupOf(topic));
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // What a producer took back was never sent in.
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    int records = Integer.parseInt(String.valueOf(properties.getOrDefault(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED)));
    return new KafkaConsumer<>(
        properties,
        new BoundedBytes(CutNote.Part.KEY, settings.keep(), records),
        new BoundedBytes(CutNote.Part.VALUE, settings.keep(), records));
  }
}
