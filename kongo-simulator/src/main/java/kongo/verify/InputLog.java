package kongo.verify;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kongo.goods.Stay;
import kongo.kafka.TopicReader;
import kongo.protocol.Decoded;
import kongo.protocol.Feed;
import kongo.protocol.Reason;
import kongo.protocol.RecordDecoder;
import kongo.protocol.RegistryDecoder;
import kongo.protocol.RfidDecoder;
import kongo.protocol.SensorDecoder;
import kongo.reference.Acceptance;
import kongo.reference.Horizons;
import kongo.reference.InputTopic;
import kongo.reference.Reference;
import kongo.reference.RefusedRecord;
import kongo.rules.RuleHistory;
import kongo.violation.Violation;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All input records, as the reference takes them. */
final class InputLog {

  private interface Taker<T> {
    void take(ConsumerRecord<byte[], byte[]> source, T value);
  }

  private interface Taking {
    void read(TopicReader reader, String topic);
  }

  private final VerifySettings settings;
  private final DeadLetterLog deadLetters;
  private final Acceptance acceptance;
  private Optional<RuleHistory> books = Optional.empty();
  private long records;

  InputLog(VerifySettings settings, DeadLetterLog deadLetters) {
    this.settings = settings;
    this.deadLetters = deadLetters;
    this.acceptance = new Acceptance(settings.retention(), settings.series(), settings.profileBytes());
  }

  void read(TopicReader reader) {
    readBooks(reader);
    for (Feed feed : Feed.values()) {
      taking(feed).read(reader, feed.topic(settings.topics()));
    }
    acceptance.refused().forEach(this::expectRefused);
  }

  private void readBooks(TopicReader reader) {
    String topic = settings.topics().rules();
    BookRecords records = BookRecords.read(reader, topic, settings.book());
    records.refused().forEach(each -> deadLetters.expect(topic, each.partition(), each.offset(), each.why().reason()));
    books = Optional.of(records.history());
  }

  private Taking taking(Feed feed) {
    return switch (feed) {
      case REGISTRY -> (reader, topic) -> read(reader, topic, new RegistryDecoder(),
          (from, value) -> acceptance.registration(
              from.partition(), from.offset(), from.timestamp(), value.id(), value.registration(), value.from()));
      case RFID -> (reader, topic) -> read(reader, topic, new RfidDecoder(settings.eventTime()),
          (from, value) -> acceptance.move(from.partition(), from.offset(), value.goods(), value.move(), value.correction()));
      case SENSORS -> (reader, topic) -> read(reader, topic, new SensorDecoder(settings.eventTime()),
          (from, value) -> acceptance.reading(
              from.partition(), from.offset(), from.timestamp(), value.location(), value.reading(), value.correction(), value.byGoods()));
    };
  }

  private <T> void read(TopicReader reader, String topic, RecordDecoder<T> decoder, Taker<T> taker) {
    reader.read(topic, each -> {
      records++;
      if (deadLetters.exclude(each)) {
        return;
      }
      Decoded<T> decoded = decoder.decode(each);
      if (decoded instanceof Decoded.Usable<T> usable) {
        taker.take(each, usable.value());
      } else if (decoded instanceof Decoded.Refused<T> refused) {
        deadLetters.expect(topic, each.partition(), each.offset(), refused.reason());
      }
    });
  }

  private void expectRefused(RefusedRecord refused) {
    Reason reason =
        switch (refused.reason()) {
          case TOO_LATE -> Reason.TOO_LATE;
          case TOO_MANY_SERIES -> Reason.TOO_MANY_SERIES;
          case CONFLICT -> Reason.CONFLICT;
          case TYPE_CONFLICT -> Reason.TYPE_CONFLICT;
          case TOO_MANY_PROFILES -> Reason.TOO_MANY_PROFILES;
        };
    deadLetters.expect(name(refused.topic()), refused.partition(), refused.offset(), reason);
  }

  private String name(InputTopic topic) {
    return switch (topic) {
      case REGISTRY -> settings.topics().registry();
      case SENSORS -> settings.topics().sensors();
      case RFID -> settings.topics().rfid();
      case RULES -> throw new IllegalStateException("the law refuses no rule book that can be used");
    };
  }

  long records() {
    return records;
  }

  long duplicates() {
    return acceptance.duplicates();
  }

  /** Where each Goods was that was anywhere. */
  SortedMap<String, List<Stay>> stays() {
    return Reference.stays(books.orElseThrow(), acceptance.accepted());
  }

  /** From when on violations are compared. */
  Horizons horizons() {
    return new Horizons(acceptance.accepted(), settings.retention());
  }

  SortedMap<String, Violation> violations() {
    return Reference.violations(books.orElseThrow(), acceptance.accepted());
  }
}
