package kongo.ingest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import kongo.kafka.PackedRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Records of one partition in the order of their offsets, taken together. */
final class Batch {

  /** What a batch without records means. */
  private enum Kind {
    RECORDS,
    PAUSE,
    GAP,
    END
  }

  private final Kind kind;
  private final OptionalLong next;
  private final int size;
  private final long since = System.nanoTime();
  private List<ConsumerRecord<byte[], byte[]>> records;
  private Optional<PackedRecords> packed = Optional.empty();

  private Batch(List<ConsumerRecord<byte[], byte[]>> records, Kind kind) {
    this.records = records;
    this.kind = kind;
    this.size = records.size();
    this.next = records.isEmpty() ? OptionalLong.empty() : OptionalLong.of(records.get(records.size() - 1).offset() + 1);
  }

  /** @param records at least one */
  static Batch of(List<ConsumerRecord<byte[], byte[]>> records) {
    return new Batch(records, Kind.RECORDS);
  }

  /** No records now, and none that could come. */
  static Batch pause() {
    return new Batch(List.of(), Kind.PAUSE);
  }

  /** No records now, though there are more. */
  static Batch gap() {
    return new Batch(List.of(), Kind.GAP);
  }

  /** No more records. */
  static Batch end() {
    return new Batch(List.of(), Kind.END);
  }

  /** How many records it had when it came. */
  int size() {
    return size;
  }

  /** When it came, by {@link System#nanoTime}. */
  long since() {
    return since;
  }

  boolean isEmpty() {
    return next.isEmpty();
  }

  boolean isLast() {
    return kind == Kind.END;
  }

  boolean isGap() {
    return kind == Kind.GAP;
  }

  List<ConsumerRecord<byte[], byte[]>> records() {
    return records;
  }

  /** To be committed when everything of the batch is done: the offset after its last record. */
  OptionalLong next() {
    return next;
  }

  /** Of its keys and values. */
  long bytes() {
    return records.stream().mapToLong(record -> lengthOf(record.key()) + lengthOf(record.value())).sum();
  }

  private static long lengthOf(byte[] part) {
    return part == null ? 0 : part.length;
  }

  /** Holds only these from now on, and only what a dead letter needs of them. */
  void keep(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> usable) {
    packed = Optional.of(new PackedRecords(partition, usable));
    records = List.of();
  }

  /** The record of that offset, if it is of this batch. */
  Optional<ConsumerRecord<byte[], byte[]>> at(long offset) {
    return packed.isPresent() ? packed.get().at(offset) : among(records, offset);
  }

  private static Optional<ConsumerRecord<byte[], byte[]>> among(List<ConsumerRecord<byte[], byte[]>> records, long offset) {
    int from = 0;
    int to = records.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (records.get(middle).offset() < offset) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from < records.size() && records.get(from).offset() == offset ? Optional.of(records.get(from)) : Optional.empty();
  }

  Stream<ConsumerRecord<byte[], byte[]>> all() {
    return packed.map(PackedRecords::all).orElseGet(() -> records.stream());
  }
}
