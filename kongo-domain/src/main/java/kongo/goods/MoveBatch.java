package kongo.goods;

import java.util.Arrays;
import java.util.List;
import kongo.violation.Correction;
import kongo.violation.Source;

/**
 * Moves of one Goods from one partition, in the order of their offsets.
 *
 * @param offsets as many as moves, ascending
 * @param timestamps record times in milliseconds, as many as moves
 * @param corrections codes of {@link Correction}; none where all are originals
 * @param settledBefore whoever has to know of records of this partition before this offset knows
 */
public record MoveBatch(
    Source source, List<Move> moves, long[] offsets, long[] timestamps, int[] corrections, long settledBefore) {

  /** Of originals only. */
  public static MoveBatch ofOriginals(
      Source source, List<Move> moves, long[] offsets, long[] timestamps, long settledBefore) {
    return new MoveBatch(source, moves, offsets, timestamps, new int[0], settledBefore);
  }

  /** A code of {@link Correction}. */
  public int correction(int i) {
    return corrections.length == 0 ? 0 : corrections[i];
  }

  /** Those from {@code from} (inclusive) to {@code to} (exclusive). */
  public MoveBatch part(int from, int to) {
    return new MoveBatch(
        source,
        List.copyOf(moves.subList(from, to)),
        Arrays.copyOfRange(offsets, from, to),
        Arrays.copyOfRange(timestamps, from, to),
        corrections.length == 0 ? corrections : Correction.sparse(Arrays.copyOfRange(corrections, from, to)),
        settledBefore);
  }

  /** With that known as well. */
  public MoveBatch settledBefore(long offset) {
    return new MoveBatch(source, moves, offsets, timestamps, corrections, offset);
  }
}
