package kongo.violation;

import java.util.Arrays;

/**
 * The offsets ({@link Position}) that an entity refused, so that a record that is delivered again is refused again although it may by now
 * look like a repetition of an accepted one. Keeps the newest only: older offsets have long been committed.
 */
public final class RefusedOffsets {

  /** As many are kept at least; what may be delivered again must not be more. */
  public static final int MOST = 262_144;

  /** Most entities never refuse anything. */
  private static final long[] NONE = {};

  private static final int INITIAL = 16;

  /** The first so many, ascending. */
  private long[] offsets = NONE;

  private int size;

  public RefusedOffsets(long... known) {
    add(known);
  }

  public void add(long... more) {
    for (long offset : more) {
      int place = place(offset);
      if (place < 0) {
        insert(-place - 1, offset);
      }
    }
  }

  public boolean contains(long offset) {
    return place(offset) >= 0;
  }

  /** Ascending. */
  public long[] toArray() {
    return Arrays.copyOfRange(offsets, Math.max(0, size - MOST), size);
  }

  private int place(long offset) {
    return Arrays.binarySearch(offsets, 0, size, offset);
  }

  /** Mostly at the end, since offsets ascend; the oldest go many at a time. */
  private void insert(int place, long offset) {
    if (size == 2 * MOST) {
      offsets = toArray();
      size = MOST;
      add(offset);
      return;
    }
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.max(INITIAL, 2 * size));
    }
    System.arraycopy(offsets, place, offsets, place + 1, size - place);
    offsets[place] = offset;
    size++;
  }
}
