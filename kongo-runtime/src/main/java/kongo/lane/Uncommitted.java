package kongo.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The batches of a lane that are not settled yet. A batch in which an entity does not answer holds up the commit of all
 * behind it, though not their work; so there has to be an end to that.
 */
public final class Uncommitted<B> {

  private record Entry<B>(B batch, int records, long bytes) {}

  private final Deque<Entry<B>> entries = new ArrayDeque<>();
  private final IntSupplier mostRecords;
  private final LongSupplier mostBytes;
  private long records;
  private long bytes;

  /** With limits that stay as they are. */
  public Uncommitted(int mostRecords, long mostBytes) {
    this(() -> mostRecords, () -> mostBytes);
  }

  /**
   * Both are asked each time that they count.
   *
   * @param mostRecords not committed; at most as many refusals as an entity remembers, for all may come again
   * @param mostBytes of their keys and values
   */
  public Uncommitted(IntSupplier mostRecords, LongSupplier mostBytes) {
    this.mostRecords = mostRecords;
    this.mostBytes = mostBytes;
  }

  void add(B batch, int size, long length) {
    entries.add(new Entry<>(batch, size, length));
    records += size;
    bytes += length;
  }

  /** All up to this batch, in their order. */
  List<B> settled(B last) {
    List<B> settled = new ArrayList<>();
    Entry<B> entry;
    do {
      entry = entries.remove();
      records -= entry.records;
      bytes -= entry.bytes;
      settled.add(entry.batch);
    } while (entry.batch != last);
    return settled;
  }

  boolean hasRoom() {
    return records < mostRecords.getAsInt() && bytes < mostBytes.getAsLong();
  }
}
