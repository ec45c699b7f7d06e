package kongo.cli;

import java.util.Arrays;
import java.util.Optional;
import kongo.protocol.Decoded;
import kongo.protocol.EventTime;
import kongo.protocol.Feed;
import kongo.protocol.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a node will say of a record's bytes, as far as the bytes alone tell. */
final class Foreseen {

  private final EventTime eventTime;

  Foreseen(EventTime eventTime) {
    this.eventTime = eventTime;
  }

  /** Why it will be a dead letter; nothing if it can be used, or for a topic that no node reads. */
  Optional<String> refusal(ProducerRecord<byte[], byte[]> record, long nowMillis) {
    return Arrays.stream(Feed.values())
        .filter(feed -> feed.topic(Topics.DEFAULT).equals(record.topic()))
        .map(feed -> feed.decoder(eventTime).decode(record.key(), record.value(), nowMillis))
        .findFirst()
        .flatMap(Foreseen::refusal);
  }

  private static Optional<String> refusal(Decoded<?> decoded) {
    if (decoded instanceof Decoded.Refused<?> refused) {
      return Optional.of(refused.detail().isEmpty() ? refused.reason().header() : refused.reason().header() + ", " + refused.detail());
    }
    return Optional.empty();
  }
}
