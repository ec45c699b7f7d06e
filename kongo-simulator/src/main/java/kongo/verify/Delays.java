package kongo.verify;

import java.util.Map;
import java.util.TreeMap;

/** How long revisions were published after the record that caused them, counted by the millisecond. */
public final class Delays {

  private final TreeMap<Long, Long> counts = new TreeMap<>();
  private long total;

  void add(long millis) {
    counts.merge(millis, 1L, Long::sum);
    total++;
  }

  public long count() {
    return total;
  }

  /** The delay that a share of them does not exceed, in milliseconds; 0 if there are none. */
  public long percentile(double share) {
    long rank = (long) Math.ceil(share * total);
    long seen = 0;
    for (Map.Entry<Long, Long> each : counts.entrySet()) {
      seen += each.getValue();
      if (seen >= rank) {
        return each.getKey();
      }
    }
    return 0;
  }

  public long max() {
    return counts.isEmpty() ? 0 : counts.lastKey();
  }
}
