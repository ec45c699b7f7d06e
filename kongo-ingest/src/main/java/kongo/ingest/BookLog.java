package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import kongo.protocol.Decoded;
import kongo.protocol.RuleBookRecord;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.spread.RulesHere;
import kongo.violation.Cause;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The rule books of the cluster as far as this node has read them: the one that it was configured with, and those of the
 * topic. Up to a version they are the same on every node, for the topic is one log. Thread-safe.
 */
public final class BookLog {

  /** @param timestamp of its record, milliseconds */
  record Sent(long offset, long timestamp, RuleBookRecord record) {}

  private final RulesHere rules;
  private final List<Sent> sent = new ArrayList<>();
  private final List<DeadLetters.Letter> refused = new ArrayList<>();
  private volatile long read;

  public BookLog(RuleBook configured) {
    this.rules = new RulesHere(configured);
  }

  /** As the entities know them. */
  public RulesHere rules() {
    return rules;
  }

  /** All that are known here. */
  RuleHistory history() {
    return rules.history();
  }

  /** The offset of the newest one, -1 if that is the configured one. */
  public long version() {
    return history().version();
  }

  /** The offset behind the last record that was read. */
  long read() {
    return read;
  }

  /** Those of the topic, by offset. */
  synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  /** Refused records at this offset or behind it. */
  synchronized List<DeadLetters.Letter> refusedFrom(long offset) {
    return refused.stream().filter(letter -> letter.record().offset() >= offset).toList();
  }

  /** Takes the next record; one that was taken before is no news. */
  synchronized void take(ConsumerRecord<byte[], byte[]> source, Decoded<RuleBookRecord> decoded) {
    if (source.offset() < read) {
      return;
    }
    if (decoded instanceof Decoded.Usable<RuleBookRecord> usable) {
      RuleBookRecord record = usable.value();
      sent.add(new Sent(source.offset(), source.timestamp(), record));
      rules.take(
          source.offset(), record.from(), record.book(),
          new Cause(source.topic(), source.partition(), source.offset(), source.timestamp()));
    } else if (decoded instanceof Decoded.Refused<RuleBookRecord> letter) {
      refused.add(new DeadLetters.Letter(source, letter.reason(), letter.detail()));
    }
    read = source.offset() + 1;
  }

  /** Nothing of what is between is a record. */
  synchronized void readTo(long offset) {
    read = Math.max(read, offset);
  }
}
