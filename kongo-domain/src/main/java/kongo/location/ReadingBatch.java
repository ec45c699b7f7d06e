package kongo.location;

import java.util.Arrays;
import java.util.List;
import kongo.violation.Source;

/**
 * Readings of one Location from one partition, in the order of their offsets.
 *
 * @param series the series that occur, each once
 * @param seriesOf index into {@code series}, one per reading
 * @param times event times in milliseconds
 * @param offsets ascending
 * @param timestamps record times in milliseconds
 */
public record ReadingBatch(
    Source source,
    List<SeriesKey> series,
    int[] seriesOf,
    long[] times,
    double[] values,
    long[] offsets,
    long[] timestamps) {

  public int size() {
    return times.length;
  }

  /** Those from {@code from} (inclusive) to {@code to} (exclusive). */
  public ReadingBatch part(int from, int to) {
    return new ReadingBatch(
        source,
        series,
        Arrays.copyOfRange(seriesOf, from, to),
        Arrays.copyOfRange(times, from, to),
        Arrays.copyOfRange(values, from, to),
        Arrays.copyOfRange(offsets, from, to),
        Arrays.copyOfRange(timestamps, from, to));
  }
}
