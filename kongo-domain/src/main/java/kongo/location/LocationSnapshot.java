package kongo.location;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import kongo.registry.PlaceAt;
import kongo.violation.Revision;

/**
 * A Location's state as it is stored.
 *
 * @param rules offset of the last book that it has heard of
 * @param newestStay latest beginning or end of a stay that was heard of
 * @param latestOfForgotten the same of stays that are not kept
 * @param byGoods which readings name the place as a Goods
 * @param newest time of the newest accepted reading
 * @param provenByReadings the latest of the times of accepted readings, each not after the timestamp of its record
 * @param ahead empty unless words have come before readings
 * @param lastEffects what the last event changed: published again after recovery
 */
public record LocationSnapshot(
    long version,
    long rules,
    Books books,
    long newestStay,
    long latestOfForgotten,
    Optional<PlaceAt> place,
    List<GoodsHere> goods,
    List<SeriesSnapshot> series,
    List<Chunk> chunks,
    long[] refusedOffsets,
    long[] refusedForSeries,
    long[] refusedForConflict,
    ByGoods.Kept byGoods,
    long lastOffset,
    long newest,
    long provenByReadings,
    Clock clock,
    Optional<Ahead> ahead,
    List<Revision> lastEffects) {

  /**
   * The readings of one series that are in memory.
   *
   * @param knownFrom no reading at or after this time is only in the journal
   * @param amended what is accepted of those from then on that are more than originals
   * @param newest time of the newest record that was accepted, void ones too
   */
  public record SeriesSnapshot(SeriesKey key, long[] times, double[] values, long knownFrom, AmendedSnapshot amended, long newest) {}

  /**
   * Records of readings, in columns.
   *
   * @param times ascending; of one reading there may be several
   * @param corrections codes of {@link kongo.violation.Correction}
   * @param values of void ones 0
   */
  public record AmendedSnapshot(long[] times, int[] corrections, double[] values) {

    public static final AmendedSnapshot NONE = new AmendedSnapshot(new long[0], new int[0], new double[0]);

    static AmendedSnapshot of(NavigableMap<Long, Editions> amended) {
      int size = amended.values().stream().mapToInt(Editions::size).sum();
      AmendedSnapshot columns = new AmendedSnapshot(new long[size], new int[size], new double[size]);
      int at = 0;
      for (var one : amended.entrySet()) {
        for (int i = 0; i < one.getValue().size(); i++) {
          columns.times[at] = one.getKey();
          columns.corrections[at] = one.getValue().code(i);
          columns.values[at++] = one.getValue().value(i);
        }
      }
      return columns;
    }

    NavigableMap<Long, Editions> byTime() {
      NavigableMap<Long, Editions> amended = new TreeMap<>();
      for (int i = 0; i < times.length; i++) {
        amended.merge(times[i], Editions.NONE.with(corrections[i], values[i]), Editions::and);
      }
      return amended;
    }
  }
}
