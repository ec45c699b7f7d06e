package kongo.location;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import kongo.excursion.Band;
import kongo.excursion.Values;
import kongo.location.LocationEvent.ReadingsAccepted;

/**
 * What is known of the readings in some rows of a Location's journal without reading them.
 *
 * @param rows sequence numbers of the rows
 * @param series numbers of the series that occur, ascending
 * @param from earliest time per series
 * @param to latest time per series
 * @param lowest value per series; infinite where a row has more than originals of it: whoever looks at a reading looks at all
 *     that is accepted of it
 * @param highest value per series; infinite there, too
 */
public record Chunk(SequenceRange rows, int[] series, long[] from, long[] to, double[] lowest, double[] highest) {

  static Chunk of(long sequenceNr, ReadingsAccepted readings) {
    int[] series = Arrays.stream(readings.series()).sorted().distinct().toArray();
    Chunk chunk = blank(new SequenceRange(sequenceNr, sequenceNr), series);
    for (int i = 0; i < readings.size(); i++) {
      long time = readings.time(i);
      double value = readings.values()[i];
      boolean original = readings.correction(i) == 0 && readings.counts(i);
      chunk.widen(
          Arrays.binarySearch(series, readings.series()[i]), time, time,
          original ? value : Double.NEGATIVE_INFINITY, original ? value : Double.POSITIVE_INFINITY);
    }
    return chunk;
  }

  private static Chunk blank(SequenceRange rows, int[] series) {
    Chunk chunk =
        new Chunk(
            rows, series, new long[series.length], new long[series.length], new double[series.length],
            new double[series.length]);
    Arrays.fill(chunk.from, Long.MAX_VALUE);
    Arrays.fill(chunk.to, Long.MIN_VALUE);
    Arrays.fill(chunk.lowest, Double.POSITIVE_INFINITY);
    Arrays.fill(chunk.highest, Double.NEGATIVE_INFINITY);
    return chunk;
  }

  private void widen(int at, long first, long last, double low, double high) {
    from[at] = Math.min(from[at], first);
    to[at] = Math.max(to[at], last);
    lowest[at] = Math.min(lowest[at], low);
    highest[at] = Math.max(highest[at], high);
  }

  /** Both in one, coarser. */
  Chunk and(Chunk next) {
    int[] both =
        IntStream.concat(Arrays.stream(series), Arrays.stream(next.series)).sorted().distinct().toArray();
    Chunk merged = blank(new SequenceRange(rows.first(), next.rows.last()), both);
    merged.widenBy(this);
    merged.widenBy(next);
    return merged;
  }

  private void widenBy(Chunk part) {
    for (int i = 0; i < part.series.length; i++) {
      widen(Arrays.binarySearch(series, part.series[i]), part.from[i], part.to[i], part.lowest[i], part.highest[i]);
    }
  }

  /** Whether there may be values of the series with {@code first <= time <= last}. */
  boolean covers(int number, long first, long last) {
    int i = Arrays.binarySearch(series, number);
    return i >= 0 && from[i] <= last && to[i] >= first;
  }

  /** Whether a reading of the series within [first, last] may be more than an original here. */
  boolean mayBeAmended(int number, long first, long last) {
    return covers(number, first, last) && Double.isInfinite(lowest[Arrays.binarySearch(series, number)]);
  }

  /** Each series that occurs, with its latest time. */
  void forEachSeries(LatestOfSeries action) {
    for (int i = 0; i < series.length; i++) {
      action.accept(series[i], to[i]);
    }
  }

  /** What to do with a series and its latest time. */
  interface LatestOfSeries {
    void accept(int number, long latest);
  }

  /** The same rows without those before this one; of which readings are in those nothing is known. */
  Chunk from(long row) {
    return row <= rows.first()
        ? this
        : new Chunk(new SequenceRange(row, rows.last()), series, from, to, lowest, highest);
  }

  /** Whether there is a value of any series at this time or later. */
  boolean reaches(long time) {
    return Arrays.stream(to).anyMatch(latest -> latest >= time);
  }

  /** Whether there is a value of any series at its time or later. */
  boolean reaches(IntToLongFunction times) {
    return IntStream.range(0, series.length).anyMatch(i -> to[i] >= times.applyAsLong(series[i]));
  }

  /** A time before this one at which the series has a record here, {@link Values#NONE} if none is known. */
  long anyBefore(int number, long time) {
    int i = Arrays.binarySearch(series, number);
    if (i < 0 || from[i] >= time) {
      return Values.NONE;
    }
    return to[i] < time ? to[i] : from[i];
  }

  /** Whether a value of the series, which occurs here, may break the band. */
  boolean mayBreak(int number, Band band) {
    int i = Arrays.binarySearch(series, number);
    return band.isBrokenBy(lowest[i]) || band.isBrokenBy(highest[i]);
  }
}
