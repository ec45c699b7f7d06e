package kongo.location;

import java.util.Arrays;
import java.util.List;
import kongo.violation.Correction;
import kongo.violation.Source;

/**
 * Readings of one Location from one partition, in the order of their offsets.
 *
 * @param series the series that occur, each once
 * @param seriesOf index into {@code series}, one per reading
 * @param times event times in milliseconds
 * @param values of void ones 0
 * @param offsets ascending
 * @param timestamps record times in milliseconds
 * @param corrections codes of {@link Correction}; none where all are originals
 * @param byGoods {@link Turns}: which of them name the place as a Goods
 */
public record ReadingBatch(
    Source source,
    List<SeriesKey> series,
    int[] seriesOf,
    long[] times,
    double[] values,
    long[] offsets,
    long[] timestamps,
    int[] corrections,
    int[] byGoods) {

  /** All of which name the place as a Location. */
  public ReadingBatch(
      Source source, List<SeriesKey> series, int[] seriesOf, long[] times, double[] values, long[] offsets,
      long[] timestamps, int[] corrections) {
    this(source, series, seriesOf, times, values, offsets, timestamps, corrections, Turns.NONE);
  }

  /** Of originals only. */
  public static ReadingBatch ofOriginals(
      Source source, List<SeriesKey> series, int[] seriesOf, long[] times, double[] values, long[] offsets,
      long[] timestamps) {
    return new ReadingBatch(source, series, seriesOf, times, values, offsets, timestamps, new int[0]);
  }

  public int size() {
    return times.length;
  }

  /** A code of {@link Correction}. */
  public int correction(int i) {
    return corrections.length == 0 ? 0 : corrections[i];
  }

  public boolean isByGoods(int i) {
    return byGoods.length > 0 && Turns.at(byGoods, i);
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
        Arrays.copyOfRange(timestamps, from, to),
        corrections.length == 0 ? corrections : Correction.sparse(Arrays.copyOfRange(corrections, from, to)),
        Turns.part(byGoods, from, to));
  }
}
