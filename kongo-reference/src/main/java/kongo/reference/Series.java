package kongo.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kongo.violation.Correction;

/** The readings of one (location, metric, sensor) that count, in the order of their times; and all records that were accepted of them. */
public final class Series {

  private static final int ORIGINAL = 0;

  private long[] times = new long[4];
  private double[] values = new double[4];
  /** Whether what counts then was sent as a reading of the Goods itself. */
  private boolean[] byGoods = new boolean[4];
  private int size;
  private long newest = Long.MIN_VALUE;

  /** @param value empty if it is void */
  private record Word(Optional<Double> value, boolean byGoods) {}

  /** Of each time of which there are not only originals: what each correction says. */
  private final Map<Long, TreeMap<Integer, Word>> corrected = new HashMap<>();

  public Said take(long time, double value, Correction correction) {
    return take(time, value, correction, false);
  }

  /**
   * Takes in a record if it is to be accepted; says whether it is.
   *
   * @param ofGoods whether it was sent as a reading of the Goods itself
   */
  public Said take(long time, double value, Correction correction, boolean ofGoods) {
    if (correction.equals(Correction.ORIGINAL) && !corrected.containsKey(time)) {
      return takeOriginal(time, value, ofGoods);
    }
    Word says = new Word(correction.isVoid() ? Optional.empty() : Optional.of(value), ofGoods);
    TreeMap<Integer, Word> known = known(time);
    Word before = known.putIfAbsent(correction.number(), says);
    if (before != null) {
      return before.value().equals(says.value()) ? Said.THE_SAME : Said.SOMETHING_ELSE;
    }
    corrected.put(time, known);
    newest = Math.max(newest, time);
    put(time, known.lastEntry().getValue());
    return Said.SOMETHING_NEW;
  }

  private Said takeOriginal(long time, double value, boolean ofGoods) {
    if (has(time)) {
      return values[firstFrom(time)] == value ? Said.THE_SAME : Said.SOMETHING_ELSE;
    }
    newest = Math.max(newest, time);
    put(time, new Word(Optional.of(value), ofGoods));
    return Said.SOMETHING_NEW;
  }

  private boolean has(long time) {
    int index = firstFrom(time);
    return index < size && times[index] == time;
  }

  private TreeMap<Integer, Word> known(long time) {
    TreeMap<Integer, Word> known = new TreeMap<>(corrected.getOrDefault(time, new TreeMap<>()));
    if (known.isEmpty() && has(time)) {
      known.put(ORIGINAL, new Word(Optional.of(values[firstFrom(time)]), byGoods[firstFrom(time)]));
    }
    return known;
  }

  /** Makes this what counts of that time. */
  private void put(long time, Word word) {
    int index = firstFrom(time);
    boolean isThere = has(time);
    if (word.value().isEmpty()) {
      removeIf(isThere, index);
      return;
    }
    if (!isThere) {
      makeRoomAt(index);
    }
    times[index] = time;
    values[index] = word.value().get();
    byGoods[index] = word.byGoods();
  }

  private void removeIf(boolean isThere, int index) {
    if (isThere) {
      System.arraycopy(times, index + 1, times, index, size - index - 1);
      System.arraycopy(values, index + 1, values, index, size - index - 1);
      System.arraycopy(byGoods, index + 1, byGoods, index, size - index - 1);
      size--;
    }
  }

  private void makeRoomAt(int index) {
    if (size == times.length) {
      int capacity = size + size / 2;
      times = Arrays.copyOf(times, capacity);
      values = Arrays.copyOf(values, capacity);
      byGoods = Arrays.copyOf(byGoods, capacity);
    }
    System.arraycopy(times, index, times, index + 1, size - index);
    System.arraycopy(values, index, values, index + 1, size - index);
    System.arraycopy(byGoods, index, byGoods, index + 1, size - index);
    size++;
  }

  /** Whether a reading that counts was sent as one of the Goods itself. */
  boolean isOfGoods() {
    return IntStream.range(0, size).anyMatch(i -> byGoods[i]);
  }

  /** Whether a record of this time was accepted, void ones too. */
  public boolean knows(long time) {
    return !known(time).isEmpty();
  }

  /** Time of the newest accepted record, void ones too; {@link Long#MIN_VALUE} without one. */
  public long newest() {
    return newest;
  }

  public int size() {
    return size;
  }

  public long time(int index) {
    return times[index];
  }

  public double value(int index) {
    return values[index];
  }

  /** Index of the first reading at or after {@code time}, {@link #size()} if there is none. */
  public int firstFrom(long time) {
    if (size > 0 && times[size - 1] < time) {
      return size;
    }
    int index = Arrays.binarySearch(times, 0, size, time);
    return index >= 0 ? index : -index - 1;
  }
}
