package kongo.cli;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What {@code tail} reads from a topic, and how it prints it. */
interface Tailed {

  String topic();

  /** Topics that the words need: read before, and along. */
  default List<String> alongside() {
    return List.of();
  }

  /** A record of a topic alongside. */
  default void take(ConsumerRecord<byte[], byte[]> record) {}

  /** Whether it says what was not read before; delivery is at least once. */
  boolean isNews(ConsumerRecord<byte[], byte[]> record);

  String words(ConsumerRecord<byte[], byte[]> record);

  /** One line of JSON. */
  String json(ConsumerRecord<byte[], byte[]> record);
}
