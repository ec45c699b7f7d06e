package kongo.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import org.HdrHistogram.Histogram;

/** Latencies of the last half minute, in milliseconds. */
final class LatencyWindow {

  private static final long SECONDS = 30;
  private static final long LONGEST_MILLIS = 3_600_000;

  private final Deque<Second> seconds = new ArrayDeque<>();

  private record Second(long second, Histogram histogram) {}

  void record(long latencyMillis, long nowMillis) {
    long second = nowMillis / 1000;
    if (seconds.isEmpty() || seconds.getLast().second() != second) {
      seconds.addLast(new Second(second, new Histogram(LONGEST_MILLIS, 2)));
    }
    seconds.getLast().histogram().recordValue(Math.max(0, Math.min(latencyMillis, LONGEST_MILLIS)));
  }

  /** Of all that is still within the window. */
  Histogram at(long nowMillis) {
    while (!seconds.isEmpty() && seconds.getFirst().second() <= nowMillis / 1000 - SECONDS) {
      seconds.removeFirst();
    }
    var all = new Histogram(LONGEST_MILLIS, 2);
    seconds.forEach(second -> all.add(second.histogram()));
    return all;
  }
}
