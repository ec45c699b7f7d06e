package kongo.location;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kongo.excursion.Band;
import kongo.excursion.LastingValues;
import kongo.excursion.Values;
import kongo.location.RunBegins.Begins;

/**
 * Time that goes by while an excursion is open, under a rule by which it is something else when it has lasted for some time:
 * where those began that come to such a time. A time that lies further back than it did is asked about in the same way.
 */
final class Lapse {

  private final long[] times;
  private final long earlier;
  private final long later;

  /**
   * @param times how long an excursion has to last
   * @param earlier up to where it had lasted
   * @param later up to where it has lasted now
   */
  Lapse(long[] times, long earlier, long later) {
    this.times = times;
    this.earlier = Math.min(earlier, later);
    this.later = Math.max(earlier, later);
  }

  /** Whether one that began then comes to one of the times. */
  boolean concerns(long begin) {
    for (long time : times) {
      if (Times.minus(earlier, time) < begin && begin <= Times.minus(later, time)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a run may begin there that comes to one of the times. */
  boolean concernsAnyOf(Begins begins) {
    for (long time : times) {
      if (begins.next(time, earlier, later) != Values.NONE) {
        return true;
      }
    }
    return false;
  }

  /** Those who are here and came so long ago that what began with them comes to one of the times. */
  Collection<GoodsHere> concerned(Presence presence, long grace) {
    if (times.length == 0) {
      return List.of();
    }
    Map<String, GoodsHere> found = new TreeMap<>();
    for (long time : times) {
      presence.cameWithin(Times.minus(Times.minus(earlier, time), grace), Times.minus(Times.minus(later, time), grace))
          .forEach(goods -> found.put(goods.goods(), goods));
    }
    return found.values();
  }

  /** Those who became something else so long ago that what began then comes to one of the times, and when they did. */
  Map<GoodsHere, Long> changed(DueByClock due) {
    Map<GoodsHere, Long> found = new LinkedHashMap<>();
    for (long time : times) {
      due.changing(Times.minus(earlier, time), Times.minus(later, time)).forEach(goods -> found.merge(goods, Times.minus(earlier, time), Math::min));
    }
    return found;
  }

  /** Where the first run begins after one time and up to another, as anyone sees it who sees the value before it. */
  static long nextBegin(Values values, Band band, long hold, long after, long upTo) {
    long end = Times.plus(upTo, 1);
    long time = upTo < 0 ? Values.NONE : values.nextBreaking(band, Math.max(0, after + 1), end);
    while (time != Values.NONE && isBrokenBefore(values, band, hold, time)) {
      time = nextBroken(values, band, time, end);
    }
    return time;
  }

  private static boolean isBrokenBefore(Values values, Band band, long hold, long time) {
    long earlier = values.before(time, Times.minus(time, hold));
    return earlier != Values.NONE && values.breaks(earlier, band);
  }

  private static long nextBroken(Values values, Band band, long time, long end) {
    long from = values instanceof LastingValues lasting ? lasting.nextKept(band, time, end - 1) : time + 1;
    return from == Values.NONE || from >= end ? Values.NONE : values.nextBreaking(band, from, end);
  }
}
