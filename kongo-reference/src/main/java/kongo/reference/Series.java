package kongo.reference;

import java.util.Arrays;

/** The readings of one (location, metric, sensor) in the order of their times. */
public final class Series {

  private long[] times = new long[4];
  private double[] values = new double[4];
  private int size;

  /** Takes in a reading unless there is one of that time; says whether it did. */
  public boolean add(long time, double value) {
    int index = firstFrom(time);
    if (index < size && times[index] == time) {
      return false;
    }
    makeRoomAt(index);
    times[index] = time;
    values[index] = value;
    return true;
  }

  private void makeRoomAt(int index) {
    if (size == times.length) {
      int capacity = size + size / 2;
      times = Arrays.copyOf(times, capacity);
      values = Arrays.copyOf(values, capacity);
    }
    System.arraycopy(times, index, times, index + 1, size - index);
    System.arraycopy(values, index, values, index + 1, size - index);
    size++;
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
