package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import kongo.goods.Stay;

/**
 * The values of one series that are seen in one interval, in time order.
 *
 * @param times when each is seen
 * @param farOut how far outside each is, as escalation takes it; meaningless where it is not out
 * @param measuredAt as {@code times}, but a carried value's own reading's time
 * @param hold how long a value holds at most, milliseconds
 * @param isNewest whether nothing came in the series after them
 */
record Seen(long[] times, double[] values, Mark[] marks, double[] farOut, long[] measuredAt, long hold, boolean isNewest) {

  static final long HOLDS_UNTIL_CHANGED = Long.MAX_VALUE;

  /** Consecutive values of which the first breaks the rule and none is clear, as the indices of its first and last one. */
  record Run(int first, int last) {}

  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < times.length) {
      int last = marks[i] == Mark.OUT ? lastOfRun(i) : i;
      if (marks[i] == Mark.OUT) {
        runs.add(new Run(i, last));
      }
      i = last + 1;
    }
    return runs;
  }

  private int lastOfRun(int first) {
    int last = first;
    while (last + 1 < times.length && marks[last + 1] != Mark.CLEAR && !isGapAfter(last)) {
      last++;
    }
    return last;
  }

  private boolean isGapAfter(int index) {
    return times[index + 1] - measuredAt[index] > hold;
  }

  /** When a run ends, given the end of the interval; empty while that is open. */
  OptionalLong end(Run run, long intervalEnd) {
    int next = run.last() + 1;
    long known = next < times.length ? times[next] : intervalEnd;
    if (known == Stay.OPEN) {
      return OptionalLong.empty();
    }
    long read = measuredAt[run.last()];
    boolean isSilentBefore = known - read > hold;
    return OptionalLong.of(isSilentBefore ? read + hold : known);
  }

  boolean isLast(Run run) {
    return run.last() == times.length - 1;
  }

  /** Up to when the values of a run count. */
  long holdsUntil(Run run) {
    return hold == HOLDS_UNTIL_CHANGED ? HOLDS_UNTIL_CHANGED : measuredAt[run.last()] + hold;
  }

  /** The indices of the values of a run that break the rule. */
  IntStream out(Run run) {
    return IntStream.rangeClosed(run.first(), run.last()).filter(i -> marks[i] == Mark.OUT);
  }
}
