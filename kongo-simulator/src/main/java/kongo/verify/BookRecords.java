package kongo.verify;

import java.util.ArrayList;
import java.util.List;
import kongo.kafka.TopicReader;
import kongo.protocol.Decoded;
import kongo.protocol.RuleBookDecoder;
import kongo.protocol.RuleBookRecord;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;

/**
 * The rule books in Kafka.
 *
 * @param history of the configured one and those that were accepted
 * @param accepted by offset
 * @param refused by offset
 */
public record BookRecords(RuleHistory history, List<Accepted> accepted, List<RefusedBook> refused) {

  /** @param timestamp of the record, in milliseconds since the epoch */
  public record Accepted(long offset, long timestamp, RuleBookRecord record) {}

  /** A record that is a dead letter, or will be one. */
  public record RefusedBook(int partition, long offset, long timestamp, Decoded.Refused<RuleBookRecord> why) {}

  /**
   * Reads all that are there now.
   *
   * @param configured the book that the nodes were configured with
   */
  public static BookRecords read(TopicReader reader, String topic, RuleBook configured) {
    RuleBookDecoder decoder = new RuleBookDecoder();
    List<Accepted> accepted = new ArrayList<>();
    List<RefusedBook> refused = new ArrayList<>();
    reader.read(topic, each -> {
      Decoded<RuleBookRecord> decoded = decoder.decode(each);
      if (decoded instanceof Decoded.Usable<RuleBookRecord> usable) {
        accepted.add(new Accepted(each.offset(), each.timestamp(), usable.value()));
      } else if (decoded instanceof Decoded.Refused<RuleBookRecord> why) {
        refused.add(new RefusedBook(each.partition(), each.offset(), each.timestamp(), why));
      }
    });
    return new BookRecords(history(configured, accepted), accepted, refused);
  }

  private static RuleHistory history(RuleBook configured, List<Accepted> accepted) {
    RuleHistory history = RuleHistory.of(configured);
    for (Accepted each : accepted) {
      history = history.and(each.offset(), each.record().from(), each.record().book());
    }
    return history;
  }
}
