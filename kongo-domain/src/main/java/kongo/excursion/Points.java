package kongo.excursion;

import java.util.Arrays;
import java.util.function.LongPredicate;

/** A few neighbouring changes of a step function: when, and by how much. Immutable; levels are relative to the one before. */
final class Points {

  static final int MOST = 32;

  private final long[] times;
  private final long[] amounts;
  /** All amounts together. */
  final long sum;
  final long least;
  final long most;

  /** @param times ascending, none twice; amounts are not 0 */
  Points(long[] times, long[] amounts) {
    this.times = times;
    this.amounts = amounts;
    long level = 0;
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (long amount : amounts) {
      level += amount;
      low = Math.min(low, level);
      high = Math.max(high, level);
    }
    sum = level;
    least = low;
    most = high;
  }

  static Points of(long time, long amount) {
    return new Points(new long[] {time}, new long[] {amount});
  }

  int size() {
    return times.length;
  }

  long first() {
    return times[0];
  }

  long last() {
    return times[times.length - 1];
  }

  /** Those from one position to before another. */
  Points part(int from, int to) {
    return new Points(Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(amounts, from, to));
  }

  /** With one more change; may have one too many or none. */
  Points plus(long time, long amount) {
    int i = Arrays.binarySearch(times, time);
    if (i < 0) {
      return with(-i - 1, time, amount);
    }
    if (amounts[i] + amount == 0) {
      return without(i);
    }
    long[] changed = amounts.clone();
    changed[i] += amount;
    return new Points(times, changed);
  }

  private Points with(int i, long time, long amount) {
    return new Points(inserted(times, i, time), inserted(amounts, i, amount));
  }

  private static long[] inserted(long[] all, int i, long one) {
    long[] more = Arrays.copyOf(all, all.length + 1);
    System.arraycopy(all, i, more, i + 1, all.length - i);
    more[i] = one;
    return more;
  }

  private Points without(int i) {
    return new Points(removed(times, i), removed(amounts, i));
  }

  private static long[] removed(long[] all, int i) {
    long[] fewer = Arrays.copyOf(all, all.length - 1);
    System.arraycopy(all, i + 1, fewer, i, fewer.length - i);
    return fewer;
  }

  /** The time of the latest at or before this one, of which there is one. */
  long atOrBefore(long time) {
    int i = Arrays.binarySearch(times, time);
    return times[i >= 0 ? i : -i - 2];
  }

  /** The time of the earliest after this one, of which there is one. */
  long after(long time) {
    int i = Arrays.binarySearch(times, time);
    return times[i >= 0 ? i + 1 : -i - 1];
  }

  /** The amounts up to and at this time together. */
  long levelAt(long time) {
    long level = 0;
    for (int i = 0; i < times.length && times[i] <= time; i++) {
      level += amounts[i];
    }
    return level;
  }

  /** How many there are up to and at this time. */
  int count(long time) {
    int i = Arrays.binarySearch(times, time);
    return i >= 0 ? i + 1 : -i - 1;
  }

  void extremes(long after, long upTo, long before, StepTree.Extremes found) {
    long level = before;
    for (int i = 0; i < times.length && times[i] <= upTo; i++) {
      level += amounts[i];
      if (times[i] > after) {
        found.take(level, level);
      }
    }
  }

  /** The latest time up to this one at which the level is such, {@link Values#NONE} if there is none. */
  long lastWhere(LongPredicate such, long upTo, long before) {
    long found = Values.NONE;
    long level = before;
    for (int i = 0; i < times.length && times[i] <= upTo; i++) {
      level += amounts[i];
      if (such.test(level)) {
        found = times[i];
      }
    }
    return found;
  }

  /** The earliest time from this one on at which the level is such, {@link Values#NONE} if there is none. */
  long firstWhere(LongPredicate such, long from, long before) {
    long level = before;
    for (int i = 0; i < times.length; i++) {
      level += amounts[i];
      if (times[i] >= from && such.test(level)) {
        return times[i];
      }
    }
    return Values.NONE;
  }
}
