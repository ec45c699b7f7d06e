package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.pekko.kafka.ConsumerMessage.CommittableMessage;
import org.apache.pekko.kafka.ConsumerMessage.CommittableOffset;

/** Records of one partition in the order of their offsets, taken together; filled while the one before is worked on. */
final class Batch {

  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private CommittableOffset last;

  private Batch(CommittableMessage<byte[], byte[]> first) {
    last = first.committableOffset();
    records.add(first.record());
  }

  static Batch of(CommittableMessage<byte[], byte[]> first) {
    return new Batch(first);
  }

  Batch with(CommittableMessage<byte[], byte[]> next) {
    last = next.committableOffset();
    records.add(next.record());
    return this;
  }

  List<ConsumerRecord<byte[], byte[]>> records() {
    return records;
  }

  /** To be committed when everything of the batch is done. */
  CommittableOffset last() {
    return last;
  }
}
