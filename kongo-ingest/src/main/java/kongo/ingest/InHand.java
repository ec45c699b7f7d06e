package kongo.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The batches of a lane that are not settled yet. A batch in which an entity does not answer holds up the commit of all
 * behind it, though not their work; so there has to be an end to that.
 */
final class InHand {

  private record Entry(Batch batch, int records, long bytes, long since) {}

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final int mostRecords;
  private final long mostBytes;
  private long records;
  private long bytes;

  /**
   * @param mostRecords not committed; at most as many refusals as an entity remembers, for all may come again
   * @param mostBytes of their keys and values
   */
  InHand(int mostRecords, long mostBytes) {
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
  }

  void add(Batch batch) {
    Entry entry = new Entry(batch, batch.records().size(), batch.bytes(), System.nanoTime());
    entries.add(entry);
    records += entry.records;
    bytes += entry.bytes;
  }

  /** All up to this batch. */
  void settled(Batch last, IngestMetrics metrics, String topic) {
    Entry entry;
    do {
      entry = entries.remove();
      records -= entry.records;
      bytes -= entry.bytes;
      metrics.batchDone(topic, entry.records, Duration.ofNanos(System.nanoTime() - entry.since));
    } while (entry.batch != last);
  }

  boolean hasRoom() {
    return records < mostRecords && bytes < mostBytes;
  }
}
