package kongo.location;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceAt;
import kongo.violation.Cause;
import kongo.violation.Revision;

/**
 * A Location's state as it is stored.
 *
 * @param newestStay latest beginning or end of a stay that was heard of
 * @param lastEffects what the last event changed: published again after recovery
 */
public record LocationSnapshot(
    long version,
    Books books,
    long newestStay,
    Optional<PlaceAt> place,
    List<GoodsHere> goods,
    List<SeriesSnapshot> series,
    List<Chunk> chunks,
    long[] refusedOffsets,
    long[] refusedForSeries,
    long lastOffset,
    long newest,
    Optional<Cause> newestCause,
    List<Revision> lastEffects) {

  /**
   * The readings of one series that are in memory.
   *
   * @param knownFrom no reading at or after this time is only in the journal
   */
  public record SeriesSnapshot(SeriesKey key, long[] times, double[] values, long knownFrom) {}
}
