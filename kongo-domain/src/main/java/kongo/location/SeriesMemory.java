package kongo.location;

import java.util.Arrays;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import kongo.excursion.Values;

/**
 * The readings of one series that are in memory: all from {@link #knownFrom} on, and maybe some before. Of a reading that
 * was corrected it is the value that counts, and none if that is void; what else was accepted of it is apart.
 */
final class SeriesMemory {

  /** From so many readings the latest value follows, also as a rate: they do not leave memory. */
  static final int LAST = 2;

  private static final int INITIAL = 8;
  private static final long[] NO_TIMES = new long[0];
  /** Most series are never corrected. */
  private static final NavigableMap<Long, Editions> ORIGINALS = Collections.emptyNavigableMap();
  private static final NavigableMap<Long, Double> NOTHING = Collections.emptyNavigableMap();

  private long[] times;
  private double[] values;
  private int size;
  private long knownFrom;
  private long[] latest = NO_TIMES;
  private int latestSize;
  /** All that is accepted of the readings from {@link #knownFrom} on that are more than an original. */
  private NavigableMap<Long, Editions> amended = ORIGINALS;
  private int editions;
  /** What the last event put others in the place of, as far as it was in memory. */
  private NavigableMap<Long, Double> replaced = NOTHING;
  private boolean latestAmend;
  private long newest = Long.MIN_VALUE;

  SeriesMemory() {
    this(new long[INITIAL], new double[INITIAL], 0, Long.MIN_VALUE);
  }

  SeriesMemory(long[] times, double[] values, int size, long knownFrom) {
    this.times = times;
    this.values = values;
    this.size = size;
    this.knownFrom = knownFrom;
  }

  /**
   * @param amended by time, whatever is more than an original
   * @param newest see {@link #newest()}
   */
  SeriesMemory(long[] times, double[] values, long knownFrom, NavigableMap<Long, Editions> amended, long newest) {
    this(times, values, times.length, knownFrom);
    amended.forEach(this::keep);
    this.newest = newest;
  }

  /** Time of the newest record that was accepted, void ones too. */
  long newest() {
    return newest;
  }

  int size() {
    return size;
  }

  /** So many things are in memory, readings and what is kept beside them. */
  int held() {
    return size + editions;
  }

  /** The times of these, in no order. */
  LongStream heldTimes() {
    LongStream beside =
        amended.entrySet().stream().flatMapToLong(one -> LongStream.generate(one::getKey).limit(one.getValue().size()));
    return amended.isEmpty() ? Arrays.stream(times, 0, size) : LongStream.concat(Arrays.stream(times, 0, size), beside);
  }

  /** Whether something is kept of a reading within [first, last] that is more than an original. */
  boolean mayBeAmended(long first, long last) {
    return first <= last && !amended.isEmpty() && !amended.subMap(first, true, last, true).isEmpty();
  }

  /** By time, ascending. */
  NavigableMap<Long, Editions> amended() {
    return amended;
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

  /** All that is accepted of the reading at a time, which is not before {@link #knownFrom}. */
  Editions editions(long time) {
    Editions kept = amended.isEmpty() ? null : amended.get(time);
    return kept != null ? kept : value(time).map(Editions::original).orElse(Editions.NONE);
  }

  /** Whether nothing is known of a reading at a time, which is not before {@link #knownFrom}. */
  boolean isNew(long time) {
    return !has(time) && (amended.isEmpty() || !amended.containsKey(time));
  }

  /** The value at a time that counts and is in memory. */
  Optional<Double> value(long time) {
    int i = atOrBefore(time);
    return i >= 0 && times[i] == time ? Optional.of(values[i]) : Optional.empty();
  }

  private void keep(long time, Editions all) {
    if (amended.isEmpty()) {
      amended = new TreeMap<>();
    }
    Editions before = amended.put(time, all);
    editions += all.size() - (before == null ? 0 : before.size());
  }

  /**
   * Takes in a record of the last event.
   *
   * @param code of its correction
   * @param counts whether no higher correction of that reading is accepted
   */
  void take(long time, int code, double value, boolean counts) {
    newest = Math.max(newest, time);
    if (code == 0 && counts && (amended.isEmpty() || !amended.containsKey(time))) {
      add(time, value);
      return;
    }
    if (time >= knownFrom) {
      keep(time, editions(time).with(code, value));
    }
    if (counts) {
      latestAmend = true;
      amend(time, code, value);
    }
  }

  private void amend(long time, int code, double value) {
    boolean isVoid = code % 2 == 1;
    Optional<Double> old = value(time);
    if (old.isPresent()) {
      change(time, old.get(), isVoid, value);
    } else if (!isVoid) {
      insert(time, value);
      noteLatest(time);
    } else if (time < knownFrom) {
      noteLatest(time);
    }
  }

  private void change(long time, double old, boolean isVoid, double value) {
    if (noteLatest(time)) {
      replaced = replaced.isEmpty() ? new TreeMap<>() : replaced;
      replaced.put(time, old);
    }
    int i = atOrBefore(time);
    if (isVoid) {
      System.arraycopy(times, i + 1, times, i, size - i - 1);
      System.arraycopy(values, i + 1, values, i, size - i - 1);
      size--;
    } else {
      values[i] = value;
    }
  }

  /** Of one time only once; answers whether it was new. */
  private boolean noteLatest(long time) {
    for (int i = 0; i < latestSize; i++) {
      if (latest[i] == time) {
        return false;
      }
    }
    addLatest(time);
    return true;
  }

  /** Takes in the first reading of its time; readings of the last event are {@link #isLatest}. */
  private void add(long time, double value) {
    insert(time, value);
    addLatest(time);
  }

  private void insert(long time, double value) {
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
  }

  private void addLatest(long time) {
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
    latestAmend = false;
    replaced = NOTHING;
  }

  /** Whether the last event may have changed or voided readings that there were. */
  boolean latestAmend() {
    return latestAmend;
  }

  /** By time, the values in memory before the last event that it put others, or none, in the place of. */
  NavigableMap<Long, Double> replaced() {
    return replaced;
  }

  /** The latest time of a replaced value before this one, {@link Values#NONE} without one. */
  long replacedBefore(long time) {
    Long found = replaced.isEmpty() ? null : replaced.lowerKey(time);
    return found == null ? Values.NONE : found;
  }

  /** Times at which the last event brought a reading or changed what counts, ascending. */
  long[] latest() {
    return latest;
  }

  boolean isLatest(long time) {
    return latest.length > 0 && Arrays.binarySearch(latest, time) >= 0;
  }

  /** Whether nothing that is known of it is more than an original, and its last reading is in memory. */
  boolean isOriginal() {
    return amended.isEmpty() && size > 0 && !latestAmend && !mayLackLast();
  }

  /** Whether the {@link #LAST} last readings may be in the journal only: those that were in memory are void. */
  boolean mayLackLast() {
    return knownFrom != Long.MIN_VALUE && (size < LAST || times[size - LAST] < knownFrom);
  }

  /** Drops what is before the horizon, but keeps so many of the first readings, and the {@link #LAST} last ones. */
  void evictBefore(long horizon, int kept) {
    if (!amended.isEmpty()) {
      forgetEditionsBefore(horizon);
    }
    evictReadingsBefore(horizon, kept);
  }

  private void forgetEditionsBefore(long horizon) {
    NavigableMap<Long, Editions> gone = amended.headMap(horizon, false);
    if (!gone.isEmpty()) {
      knownFrom = Math.max(knownFrom, gone.lastKey() + 1);
      editions -= gone.values().stream().mapToInt(Editions::size).sum();
      gone.clear();
    }
  }

  private void evictReadingsBefore(long horizon, int kept) {
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
