package kongo.location;

import java.util.Arrays;

/** The readings of one series that are in memory: all from {@link #knownFrom} on, and maybe some before. */
final class SeriesMemory {

  /** From so many readings the latest value follows, also as a rate: they do not leave memory. */
  static final int LAST = 2;

  private static final int INITIAL = 8;
  private static final long[] NO_TIMES = new long[0];

  private long[] times;
  private double[] values;
  private int size;
  private long knownFrom;
  private long[] latest = NO_TIMES;
  private int latestSize;

  SeriesMemory() {
    this(new long[INITIAL], new double[INITIAL], 0, Long.MIN_VALUE);
  }

  SeriesMemory(long[] times, double[] values, int size, long knownFrom) {
    this.times = times;
    this.values = values;
    this.size = size;
    this.knownFrom = knownFrom;
  }

  int size() {
    return size;
  }

  long time(int i) {
    return times[i];
  }

  double value(int i) {
    return values[i];
  }

  long[] times() {
    return Arrays.copyOf(times, size);
  }

  double[] values() {
    return Arrays.copyOf(values, size);
  }

  /** No reading at or after this time is only in the journal. */
  long knownFrom() {
    return knownFrom;
  }

  /** Position of the latest reading at or before a time, -1 if there is none. */
  int atOrBefore(long time) {
    if (size == 0 || times[0] > time) {
      return -1;
    }
    if (times[size - 1] <= time) {
      return size - 1;
    }
    int i = Arrays.binarySearch(times, 0, size, time);
    return i >= 0 ? i : -i - 2;
  }

  boolean has(long time) {
    int i = atOrBefore(time);
    return i >= 0 && times[i] == time;
  }

  /** Takes in a reading of the last event; readings of that event are {@link #isLatest}. */
  void add(long time, double value) {
    int at = atOrBefore(time) + 1;
    if (size == times.length) {
      times = Arrays.copyOf(times, size + (size >> 1) + 1);
      values = Arrays.copyOf(values, times.length);
    }
    System.arraycopy(times, at, times, at + 1, size - at);
    System.arraycopy(values, at, values, at + 1, size - at);
    times[at] = time;
    values[at] = value;
    size++;
    if (latestSize == latest.length) {
      latest = Arrays.copyOf(latest, latestSize * 2 + 1);
    }
    latest[latestSize++] = time;
  }

  void sortLatest() {
    latest = Arrays.copyOf(latest, latestSize);
    Arrays.sort(latest);
  }

  void forgetLatest() {
    latest = NO_TIMES;
    latestSize = 0;
  }

  /** Times of the last event's readings, ascending. */
  long[] latest() {
    return latest;
  }

  boolean isLatest(long time) {
    return latest.length > 0 && Arrays.binarySearch(latest, time) >= 0;
  }

  /** Drops what is before the horizon, but keeps so many of the first readings, and the {@link #LAST} last ones. */
  void evictBefore(long horizon, int kept) {
    int end = Math.min(atOrBefore(horizon - 1) + 1, size - LAST);
    if (end <= kept) {
      return;
    }
    knownFrom = Math.max(knownFrom, times[end - 1] + 1);
    int left = kept + size - end;
    long[] timesLeft = Arrays.copyOf(times, Math.max(left, INITIAL));
    double[] valuesLeft = Arrays.copyOf(values, timesLeft.length);
    System.arraycopy(times, end, timesLeft, kept, size - end);
    System.arraycopy(values, end, valuesLeft, kept, size - end);
    times = timesLeft;
    values = valuesLeft;
    size = left;
  }
}
