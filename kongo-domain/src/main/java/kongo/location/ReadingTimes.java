package kongo.location;

import java.util.List;
import kongo.excursion.PlausibleValues;
import kongo.excursion.Values;

/** When any of several series gives a sign of life: it has a reading that is not faulty. */
final class ReadingTimes {

  /** Old rows are looked through in steps that grow, since mostly a reading is near. */
  private static final long FIRST_STEP = 3_600_000;
  private static final int GROWTH = 8;

  private final List<Values> series;
  private final boolean mayBeFaulty;
  private final boolean firstCounts;

  /**
   * @param mayBeFaulty whether some of the readings may be; if not, none is looked at
   * @param firstCounts whether the very first reading counts though it is faulty
   */
  ReadingTimes(List<Values> series, boolean mayBeFaulty, boolean firstCounts) {
    this.series = series;
    this.mayBeFaulty = mayBeFaulty;
    this.firstCounts = firstCounts && mayBeFaulty;
  }

  /** The latest of all, {@link Values#NONE} if there is none. */
  long last() {
    long found = Values.NONE;
    for (Values one : series) {
      long last = one.last();
      found = last > found && isSign(one, last) ? last : found;
    }
    for (Values one : mayBeFaulty ? series : List.<Values>of()) {
      long last = one.last();
      found = last > found ? Math.max(found, before(one, last, found)) : found;
    }
    return found == Values.NONE && firstCounts ? first() : found;
  }

  /** Whether some series gives one at this time. */
  boolean hasOneAt(long time) {
    return series.stream().anyMatch(one -> one.after(time - 1, time) == time && isSign(one, time));
  }

  private boolean isSign(Values one, long time) {
    return !mayBeFaulty || !PlausibleValues.isFaulty(one.at(time));
  }

  /** Whether nothing was read from one time on and before another one, not even what is faulty. */
  boolean isNoneBetween(long from, long time) {
    return new ReadingTimes(series, false, false).before(time) < from;
  }

  /** The earliest reading from a time on, though it is faulty; {@link Values#NONE} if there is none. */
  long firstSince(long time) {
    return new ReadingTimes(series, false, false).after(time - 1);
  }

  /** The latest before a time, {@link Values#NONE} if there is none. */
  long before(long time) {
    long found = mayBeFaulty ? nearBefore(time) : Values.NONE;
    for (Values one : series) {
      found = Math.max(found, before(one, time, found));
    }
    return found == Values.NONE && firstCounts ? firstBefore(time) : found;
  }

  /** Of series that are faulty for long one would look back for long. */
  private long nearBefore(long time) {
    long found = Values.NONE;
    for (Values one : series) {
      found = Math.max(found, signBefore(one, time, Math.max(found, Times.minus(time, FIRST_STEP))));
    }
    return found;
  }

  private long firstBefore(long time) {
    long first = first();
    return first < time ? first : Values.NONE;
  }

  /** The very first reading. */
  private long first() {
    long found = Values.NONE;
    for (Values one : series) {
      long next = after(one, -1, found == Values.NONE ? Long.MAX_VALUE - 1 : found - 1, true);
      found = next == Values.NONE ? found : next;
    }
    return found;
  }

  /** @param floor what is not later does not matter */
  private long before(Values one, long time, long floor) {
    long earliest = Math.max(floor, -1) + 1;
    for (long step = FIRST_STEP; ; step = step > Long.MAX_VALUE / GROWTH ? Long.MAX_VALUE : step * GROWTH) {
      long notBefore = Math.max(earliest, Times.minus(time, step));
      long found = notBefore < time ? signBefore(one, time, notBefore) : Values.NONE;
      if (found != Values.NONE || notBefore == earliest || notBefore >= time) {
        return found;
      }
    }
  }

  private long signBefore(Values one, long time, long notBefore) {
    long found = one.before(time, notBefore);
    while (found != Values.NONE && !isSign(one, found)) {
      found = one.before(found, notBefore);
    }
    return found;
  }

  /** The earliest after a time, {@link Values#NONE} if there is none. */
  long after(long time) {
    long found = firstCounts && !isAnyUpTo(time) ? first() : Values.NONE;
    for (Values one : series) {
      long next = after(one, time, found == Values.NONE ? Long.MAX_VALUE - 1 : found - 1, false);
      found = next == Values.NONE ? found : next;
    }
    return found;
  }

  private boolean isAnyUpTo(long time) {
    return new ReadingTimes(series, false, false).before(Times.plus(time, 1)) != Values.NONE;
  }

  /** @param ceiling what is later does not matter */
  private long after(Values one, long time, long ceiling, boolean any) {
    for (long step = FIRST_STEP; ; step = step > Long.MAX_VALUE / GROWTH ? Long.MAX_VALUE : step * GROWTH) {
      long notAfter = Math.min(ceiling, Times.plus(time, step));
      long found = notAfter > time ? signAfter(one, time, notAfter, any) : Values.NONE;
      if (found != Values.NONE || notAfter == ceiling || notAfter <= time) {
        return found;
      }
    }
  }

  private long signAfter(Values one, long time, long notAfter, boolean any) {
    long found = one.after(time, notAfter);
    while (found != Values.NONE && !any && !isSign(one, found)) {
      found = one.after(found, notAfter);
    }
    return found;
  }
}
