package kongo.cli;

import java.time.Duration;
import java.util.Optional;
import kongo.protocol.Decoded;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RfidDecoder;
import kongo.protocol.SensorDecoder;
import kongo.protocol.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a node will say of a record's bytes, as far as the bytes alone tell. */
final class Foreseen {

  private final Duration maxAhead;

  /** @param maxAhead how far ahead of the record an event's time may be */
  Foreseen(Duration maxAhead) {
    this.maxAhead = maxAhead;
  }

  /** Why it will be a dead letter; nothing if it can be used, or for a topic that no node reads. */
  Optional<String> refusal(ProducerRecord<byte[], byte[]> record, long nowMillis) {
    return decoder(record.topic()).flatMap(decoder -> refusal(decoder.decode(record.key(), record.value(), nowMillis)));
  }

  private Optional<RecordDecoder<?>> decoder(String topic) {
    var topics = Topics.DEFAULT;
    if (topic.equals(topics.sensors())) {
      return Optional.of(new SensorDecoder(maxAhead));
    }
    if (topic.equals(topics.rfid())) {
      return Optional.of(new RfidDecoder(maxAhead));
    }
    return topic.equals(topics.registry()) ? Optional.of(new RegistryDecoder()) : Optional.empty();
  }

  private static Optional<String> refusal(Decoded<?> decoded) {
    if (decoded instanceof Decoded.Refused<?> refused) {
      return Optional.of(refused.detail().isEmpty() ? refused.reason().header() : refused.reason().header() + ", " + refused.detail());
    }
    return Optional.empty();
  }
}
