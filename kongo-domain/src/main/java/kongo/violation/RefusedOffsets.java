package kongo.violation;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The offsets that an entity refused, so that a record that is delivered again is refused again although it may by now
 * look like a repetition of an accepted one. Keeps the newest only: older offsets have long been committed.
 */
public final class RefusedOffsets {

  /** As many as are kept; what may be delivered again must not be more. */
  public static final int MOST = 65_536;

  /** Most entities never refuse anything. */
  private NavigableSet<Long> offsets = Collections.emptyNavigableSet();

  public RefusedOffsets(long... known) {
    add(known);
  }

  public void add(long... more) {
    if (more.length > 0 && offsets.isEmpty()) {
      offsets = new TreeSet<>();
    }
    for (long offset : more) {
      offsets.add(offset);
    }
    while (offsets.size() > MOST) {
      offsets.pollFirst();
    }
  }

  public boolean contains(long offset) {
    return !offsets.isEmpty() && offsets.contains(offset);
  }

  public long[] toArray() {
    return offsets.stream().mapToLong(Long::longValue).toArray();
  }
}
