package kongo.location;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import kongo.excursion.Band;
import kongo.excursion.Values;

/**
 * Where runs of measured series begin under rules by which it counts how long an excursion has lasted: so that nobody has to
 * look at old readings again for as long as one goes on. What is known of a series is forgotten when its past changes.
 */
final class RunBegins {

  private static final int MOST = 64;

  private final Map<Asked, Map<Integer, Known>> known = new HashMap<>();

  /** A rule may have other bounds at another time. */
  private record Asked(SensorCheck check, Band band) {}

  /** Answers a question. */
  interface Begins {

    /** The first begin after one time and up to another, {@link Values#NONE} if there is none. */
    long next(long after, long upTo);
  }

  /** All begins of one series after a time. */
  private static final class Known {
    private long after;
    private long last;
    private final TreeSet<Long> begins = new TreeSet<>();

    private Known(long after) {
      this.after = after;
      this.last = after;
    }
  }

  /** What may break a rule is not what it was. */
  void allChanged() {
    known.clear();
  }

  /** The last event brought readings of a series. */
  void changed(int number, SeriesMemory series) {
    if (!known.isEmpty()) {
      known.values().forEach(bySeries -> {
        Known one = bySeries.get(number);
        if (one != null && (series.latestAmend() || series.latest().length > 0 && series.latest()[0] <= one.last)) {
          bySeries.remove(number);
        }
      });
    }
  }

  /** Of one series as it is. */
  Begins of(SensorCheck check, int number, Values values, Band band) {
    return (after, upTo) -> {
      Long found = upTo <= after ? null : since(after, check, number, values, band).begins.higher(after);
      return found == null || found > upTo ? Values.NONE : found;
    };
  }

  private Known since(long after, SensorCheck check, int number, Values values, Band band) {
    Map<Integer, Known> bySeries = known.computeIfAbsent(new Asked(check, band), first -> new HashMap<>());
    Known one = bySeries.get(number);
    if (one == null || after < one.after) {
      one = new Known(after);
    }
    lookOn(one, check, values, band);
    bySeries.put(number, one);
    return one;
  }

  private static void lookOn(Known one, SensorCheck check, Values values, Band band) {
    long last = values.last();
    while (one.last < last) {
      long begin = Lapse.nextBegin(values, band, check.hold(), one.last, last);
      one.last = begin == Values.NONE ? last : begin;
      if (begin != Values.NONE) {
        one.begins.add(begin);
      }
    }
    while (one.begins.size() > MOST) {
      one.after = one.begins.pollFirst();
    }
  }
}
