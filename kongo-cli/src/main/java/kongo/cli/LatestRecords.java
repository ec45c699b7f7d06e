package kongo.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The latest few of many records, by their timestamps. */
final class LatestRecords {

  private static final Comparator<ConsumerRecord<byte[], byte[]>> BY_TIME =
      Comparator.<ConsumerRecord<byte[], byte[]>>comparingLong(ConsumerRecord::timestamp).thenComparing(ConsumerRecord::partition).thenComparing(ConsumerRecord::offset);

  private final PriorityQueue<ConsumerRecord<byte[], byte[]>> kept = new PriorityQueue<>(BY_TIME);
  private final int longest;

  LatestRecords(int longest) {
    this.longest = longest;
  }

  void add(ConsumerRecord<byte[], byte[]> record) {
    kept.add(record);
    if (kept.size() > longest) {
      kept.remove();
    }
  }

  /** The eldest first. */
  List<ConsumerRecord<byte[], byte[]>> inOrder() {
    var all = new ArrayList<>(kept);
    all.sort(BY_TIME);
    return all;
  }
}
