package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.pekko.kafka.ConsumerMessage.CommittableMessage;
import org.apache.pekko.kafka.ConsumerMessage.CommittableOffset;

/** Records of one partition in the order of their offsets, taken together; filled while the one before is worked on. */
final class Batch {

  private final boolean isLast;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
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

  /** The record of that offset, if it is of this batch. */
  Optional<ConsumerRecord<byte[], byte[]>> at(long offset) {
    int low = 0;
    int high = records.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = records.get(middle).offset();
      if (found == offset) {
        return Optional.of(records.get(middle));
      }
      low = found < offset ? middle + 1 : low;
      high = found < offset ? high : middle - 1;
    }
    return Optional.empty();
  }
}
