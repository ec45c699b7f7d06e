package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import kongo.goods.Stay;

/**
 * The values of one series that one stay (or Location) sees, in time order.
 *
 * @param times when each is seen
 * @param breaking whether each breaks the rule
 * @param measuredAt as {@code times}, but a carried value's own reading's time
 * @param hold how long a value holds at most, milliseconds
 */
record Seen(long[] times, double[] values, boolean[] breaking, long[] measuredAt, long hold) {

  static final long HOLDS_UNTIL_CHANGED = Long.MAX_VALUE;

  /** A maximal run of consecutive breaking values, as the indices of its first and last one. */
  record Run(int first, int last) {

    long count() {
      return last - first + 1L;
    }
  }

  /** What is seen of a measured series between {@code from} and {@code to}. */
  static Seen measured(Series series, long from, long to, long hold, Measure measure, Bounds bounds) {
    int first = series.firstFrom(from);
    int end = to == Stay.OPEN ? series.size() : series.firstFrom(to);
    boolean isCarried = isCarried(series, first, from, hold);
    int start = isCarried ? first - 1 : first;
    Seen seen = new Seen(
        new long[end - start], new double[end - start], new boolean[end - start], new long[end - start], hold);
    for (int i = start; i < end; i++) {
      seen.measuredAt[i - start] = series.time(i);
      seen.times[i - start] = Math.max(series.time(i), from);
      OptionalDouble value = measure.of(series, i);
      seen.values[i - start] = value.orElse(Double.NaN);
      seen.breaking[i - start] = value.isPresent() && bounds.brokenBy(value.getAsDouble());
    }
    return seen;
  }

  /** Whether the last reading before {@code from} still counts then. */
  private static boolean isCarried(Series series, int first, long from, long hold) {
    boolean isMeasuredThen = first < series.size() && series.time(first) == from;
    return first > 0 && !isMeasuredThen && from - series.time(first - 1) < hold;
  }

  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < times.length) {
      int last = breaking[i] ? lastOfRun(i) : i;
      if (breaking[i]) {
        runs.add(new Run(i, last));
      }
      i = last + 1;
    }
    return runs;
  }

  private int lastOfRun(int first) {
    int last = first;
    while (last + 1 < times.length && breaking[last + 1] && !isGapAfter(last)) {
      last++;
    }
    return last;
  }

  private boolean isGapAfter(int index) {
    return times[index + 1] - measuredAt[index] > hold;
  }

  /** When a run ends, given the end of the stay; empty while that is open. */
  OptionalLong end(Run run, long stayEnd) {
    int next = run.last() + 1;
    long known = next < times.length ? times[next] : stayEnd;
    if (known == Stay.OPEN) {
      return OptionalLong.empty();
    }
    long read = measuredAt[run.last()];
    boolean isSilentBefore = known - read > hold;
    return OptionalLong.of(isSilentBefore ? read + hold : known);
  }

  /** The value of a run that is farthest outside, the earliest of equals. */
  double worst(Run run, Bounds bounds) {
    double worst = values[run.first()];
    for (int i = run.first() + 1; i <= run.last(); i++) {
      if (bounds.distance(values[i]) > bounds.distance(worst)) {
        worst = values[i];
      }
    }
    return worst;
  }
}
