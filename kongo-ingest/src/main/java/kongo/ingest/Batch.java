package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.pekko.kafka.ConsumerMessage.CommittableMessage;
import org.apache.pekko.kafka.ConsumerMessage.CommittableOffset;

/** Records of one partition in the order of their offsets, taken together; filled while the one before is worked on. */
final class Batch {

  private final boolean isLast;
  private List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private Optional<PackedRecords> packed = Optional.empty();
  private Optional<CommittableOffset> last = Optional.empty();

  private Batch(boolean isLast) {
    this.isLast = isLast;
  }

  static Batch of(CommittableMessage<byte[], byte[]> first) {
    return new Batch(false).with(first);
  }

  /** No records now. */
  static Batch pause() {
    return new Batch(false);
  }

  /** No more records. */
  static Batch end() {
    return new Batch(true);
  }

  Batch with(CommittableMessage<byte[], byte[]> next) {
    last = Optional.of(next.committableOffset());
    records.add(next.record());
    return this;
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  boolean isLast() {
    return isLast;
  }

  List<ConsumerRecord<byte[], byte[]>> records() {
    return records;
  }

  /** To be committed when everything of the batch is done. */
  Optional<CommittableOffset> last() {
    return last;
  }

  /** Holds only these from now on, and only what a dead letter needs of them. */
  void keep(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> usable) {
    packed = Optional.of(new PackedRecords(partition, usable));
    records = List.of();
  }

  /** The record of that offset, if it is of this batch. */
  Optional<ConsumerRecord<byte[], byte[]>> at(long offset) {
    return packed
        .map(kept -> kept.at(offset))
        .orElseGet(() -> records.stream().filter(record -> record.offset() == offset).findFirst());
  }

  Stream<ConsumerRecord<byte[], byte[]>> all() {
    return packed.map(PackedRecords::all).orElseGet(() -> records.stream());
  }
}
