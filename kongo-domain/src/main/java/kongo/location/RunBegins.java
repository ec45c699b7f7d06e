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

  private final int most;
  private final Map<Asked, Map<Integer, Known>> known = new HashMap<>();

  /** @param most so many of one series are remembered */
  RunBegins(int most) {
    this.most = most;
  }

  /** A rule may have other bounds at another time. */
  private record Asked(SensorCheck check, Band band) {}

  /** Answers a question about the runs that may belong to an excursion that is open. */
  interface Begins {

    /** The first begin of one that comes to last so long after one time and up to another, {@link Values#NONE} if there is none. */
    long next(long lasting, long earlier, long later);
  }

  /** The begins of one series after a time and up to another. */
  private static final class Known {
    private long after;
    private long last;
    private final TreeSet<Long> begins = new TreeSet<>();

    private Known(long after, long last) {
      this.after = after;
      this.last = last;
    }
  }

  /** One series, under one check and band. */
  private record Runs(SensorCheck check, int number, Values values, Band band) {

    /** The longest that one lasts for something to be told of it. */
    long longest() {
      long[] times = check.times();
      return times[times.length - 1];
    }

    long nextBegin(long after, long upTo) {
      return Lapse.nextBegin(values, band, check.hold(), after, upTo);
    }

    /**
     * A time up to which no run begins that is part of what may be open, not before another: what is open goes back from the
     * last value to where values inside the bounds, or none, lie apart by more than what makes two runs one.
     */
    long beforeLast(long oldest) {
      Band clear = check.clear(band);
      long seen = values.last();
      long outside = seen;
      while (seen != Values.NONE && seen > oldest) {
        if (values.breaks(seen, clear)) {
          outside = seen;
        } else if (Times.minus(outside, check.merge()) > seen) {
          return seen;
        }
        long earlier = values.before(seen, Math.max(oldest, Times.minus(Times.minus(seen, check.hold()), check.merge())));
        if (earlier == Values.NONE) {
          return Math.max(oldest, seen - 1);
        }
        seen = earlier;
      }
      return oldest;
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
    Runs runs = new Runs(check, number, values, band);
    return (lasting, earlier, later) -> {
      long after = Times.minus(earlier, lasting);
      long upTo = Times.minus(later, lasting);
      return upTo <= after ? Values.NONE : next(runs, after, upTo, Times.minus(earlier, runs.longest()));
    };
  }

  /** @param oldest nobody asks for what is not after this */
  private long next(Runs runs, long after, long upTo, long oldest) {
    Known one = since(oldest, runs);
    Long found = one.begins.higher(after);
    if (found != null) {
      return found > upTo ? Values.NONE : found;
    }
    return upTo <= one.last ? Values.NONE : runs.nextBegin(Math.max(after, one.last), upTo);
  }

  private Known since(long oldest, Runs runs) {
    Map<Integer, Known> bySeries = known.computeIfAbsent(new Asked(runs.check, runs.band), first -> new HashMap<>());
    Known one = bySeries.get(runs.number);
    if (one == null || oldest < one.after) {
      one = new Known(oldest, runs.beforeLast(oldest));
    }
    lookOn(one, runs, oldest);
    bySeries.put(runs.number, one);
    return one;
  }

  /** Behind as many as are remembered it is not looked: whoever asks for what lies there has to look. */
  private void lookOn(Known one, Runs runs, long oldest) {
    // Whoever asks for what is forgotten here, since the clock has gone back, has to look again.
    one.after = Math.max(one.after, oldest);
    one.begins.headSet(oldest, true).clear();
    one.last = Math.max(one.last, oldest);
    long last = runs.values.last();
    while (one.last < last && one.begins.size() < most) {
      long begin = runs.nextBegin(one.last, last);
      one.last = begin == Values.NONE ? last : begin;
      if (begin != Values.NONE) {
        one.begins.add(begin);
      }
    }
  }
}
