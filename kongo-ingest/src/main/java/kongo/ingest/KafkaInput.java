package kongo.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Kafka's consumers as the streams need them. */
final class KafkaInput {

  private KafkaInput() {}

  static Consumer<byte[], byte[]> consumer(String topic, IngestSettings settings) {
    Map<String, Object> properties = new HashMap<>(settings.client());
    properties.putAll(settings.consumer());
    if (topic.equals(settings.topics().sensors())) {
      properties.putAll(settings.sensorsConsumer());
    }
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupOf(topic));
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.groupOf(topic));
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
