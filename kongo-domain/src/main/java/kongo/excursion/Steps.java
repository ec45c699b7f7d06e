package kongo.excursion;

import java.util.Arrays;
import java.util.List;

/**
 * A step function of event time that is 0 at first: how many Goods, or how many grams, are at a Location. Immutable.
 */
public final class Steps {

  public static final Steps NONE = new Steps(new long[0], new long[0]);

  private final long[] times;
  private final long[] levels;

  private Steps(long[] times, long[] levels) {
    this.times = times;
    this.levels = levels;
  }

  /** The function grows by {@code amount} at {@code time}; the end of time is no change. */
  public record Change(long time, long amount) {}

  /** This function and these changes, given in any order. */
  public Steps plus(List<Change> changes) {
    List<Change> sorted =
        changes.stream()
            .filter(change -> change.time() != Long.MAX_VALUE)
            .sorted((a, b) -> Long.compare(a.time(), b.time()))
            .toList();
    return sorted.isEmpty() ? this : new Merge(sorted).result();
  }

  private final class Merge {
    final List<Change> changes;
    final long[] mergedTimes;
    final long[] mergedLevels;
    int size;

    Merge(List<Change> changes) {
      this.changes = changes;
      mergedTimes = new long[times.length + changes.size()];
      mergedLevels = new long[mergedTimes.length];
    }

    Steps result() {
      int i = takeOver();
      int c = 0;
      long added = 0;
      while (i < times.length || c < changes.size()) {
        long time = Math.min(
            i < times.length ? times[i] : Long.MAX_VALUE, c < changes.size() ? changes.get(c).time() : Long.MAX_VALUE);
        while (c < changes.size() && changes.get(c).time() == time) {
          added += changes.get(c++).amount();
        }
        if (i < times.length && times[i] == time) {
          i++;
        }
        append(time, (i == 0 ? 0 : levels[i - 1]) + added);
      }
      return new Steps(Arrays.copyOf(mergedTimes, size), Arrays.copyOf(mergedLevels, size));
    }

    /** What lies before the first change stays; answers how much that is. */
    private int takeOver() {
      int found = Arrays.binarySearch(times, changes.get(0).time());
      size = found >= 0 ? found : -found - 1;
      System.arraycopy(times, 0, mergedTimes, 0, size);
      System.arraycopy(levels, 0, mergedLevels, 0, size);
      return size;
    }

    private void append(long time, long level) {
      if (level != (size == 0 ? 0 : mergedLevels[size - 1])) {
        mergedTimes[size] = time;
        mergedLevels[size++] = level;
      }
    }
  }

  /** The level after all changes up to and at this time. */
  public long levelAt(long time) {
    int i = latestAtOrBefore(time);
    return i < 0 ? 0 : levels[i];
  }

  private int latestAtOrBefore(long time) {
    int i = Arrays.binarySearch(times, time);
    return i >= 0 ? i : -i - 2;
  }

  /** As a series of kilograms for levels in grams: for Goods, which see a value before the first change too. */
  public Values weights(boolean seesInitial) {
    return new View(seesInitial, 0, true);
  }

  /**
   * As a series of counts.
   *
   * @param notCounted 1 for a Goods that is counted itself and sees only the others
   */
  public Values counts(boolean seesInitial, int notCounted) {
    return new View(seesInitial, notCounted, false);
  }

  private final class View implements Values {
    private static final long INITIAL = -1;

    private final boolean seesInitial;
    private final int notCounted;
    private final boolean grams;

    View(boolean seesInitial, int notCounted, boolean grams) {
      this.seesInitial = seesInitial;
      this.notCounted = notCounted;
      this.grams = grams;
    }

    @Override
    public long before(long time, long notBefore) {
      int i = latestAtOrBefore(time - 1);
      long found = i >= 0 ? times[i] : seesInitial ? INITIAL : NONE;
      return found >= notBefore ? found : NONE;
    }

    @Override
    public long after(long time, long notAfter) {
      int i = latestAtOrBefore(time) + 1;
      return i < times.length && times[i] <= notAfter ? times[i] : NONE;
    }

    @Override
    public long last() {
      return times.length > 0 ? times[times.length - 1] : seesInitial ? INITIAL : NONE;
    }

    @Override
    public long nextBreaking(Band band, long from, long to) {
      for (int i = latestAtOrBefore(from - 1) + 1; i < times.length && times[i] < to; i++) {
        if (isBroken(levels[i], band)) {
          return times[i];
        }
      }
      return NONE;
    }

    @Override
    public double at(long time) {
      long level = levelAt(time);
      return grams ? Band.kilograms(level) : level - notCounted;
    }

    @Override
    public boolean breaks(long time, Band band) {
      return isBroken(levelAt(time), band);
    }

    private boolean isBroken(long level, Band band) {
      return grams ? band.isBrokenByGrams(level) : band.isBrokenBy(level - notCounted);
    }
  }
}
