package kongo.location;

import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.RefusedOffsets;

/**
 * Which records of readings a Location has judged, whatever they say: up to where, which it refused, how far they have come
 * in time.
 */
final class Received {

  static final long NOTHING = -1;

  private final RefusedOffsets refused;
  private final RefusedOffsets refusedForSeries;
  private final RefusedOffsets refusedForConflict;
  private long lastOffset;
  private long newest;
  private long proven;

  private Received(
      RefusedOffsets refused, RefusedOffsets refusedForSeries, RefusedOffsets refusedForConflict, long lastOffset,
      long newest, long proven) {
    this.refused = refused;
    this.refusedForSeries = refusedForSeries;
    this.refusedForConflict = refusedForConflict;
    this.lastOffset = lastOffset;
    this.newest = newest;
    this.proven = proven;
  }

  static Received nothing() {
    return new Received(
        new RefusedOffsets(), new RefusedOffsets(), new RefusedOffsets(), NOTHING, NOTHING, Books.NEVER);
  }

  static Received restore(LocationSnapshot snapshot) {
    return new Received(
        new RefusedOffsets(snapshot.refusedOffsets()), new RefusedOffsets(snapshot.refusedForSeries()),
        new RefusedOffsets(snapshot.refusedForConflict()), snapshot.lastOffset(), snapshot.newest(), snapshot.provenByReadings());
  }

  /** Ascending. */
  long[] refused() {
    return refused.toArray();
  }

  /** Ascending. */
  long[] refusedForSeries() {
    return refusedForSeries.toArray();
  }

  /** Ascending. */
  long[] refusedForConflict() {
    return refusedForConflict.toArray();
  }

  /** Whether the record was judged before, and not refused. */
  boolean accepted(long offset) {
    return offset <= lastOffset && !refused.contains(offset);
  }

  boolean refusedForConflict(long offset) {
    return refusedForConflict.contains(offset);
  }

  boolean refusedForSeries(long offset) {
    return refusedForSeries.contains(offset);
  }

  /** Highest offset judged, or {@link #NOTHING}. */
  long lastOffset() {
    return lastOffset;
  }

  /** Time of the newest accepted reading, void ones included, or {@link #NOTHING}. */
  long newest() {
    return newest;
  }

  /** The latest of the times of accepted readings, each not after the timestamp of its record; {@link Books#NEVER} without one. */
  long proven() {
    return proven;
  }

  /**
   * What becomes of a batch.
   *
   * @param byGoods which readings name the place as a Goods
   * @param closedBefore of what came before and is earlier than this, only that it came is known
   * @throws HistoryMissing if it takes older readings to tell
   */
  ReadingVerdict verdict(
      ReadingBatch batch, ReadingMemory memory, History history, ByGoods byGoods, long retentionMillis, long closedBefore) {
    return ReadingVerdict.of(batch, memory, history, this, byGoods, retentionMillis, closedBefore);
  }

  void take(ReadingsAccepted event) {
    for (int i = 0; i < event.size(); i++) {
      lastOffset = Math.max(lastOffset, event.offset(i));
      newest = Math.max(newest, event.time(i));
      proven = Math.max(proven, event.proof(i));
    }
    refused.add(event.refusedOffsets());
    refusedForSeries.add(event.refusedForSeries());
    refusedForConflict.add(event.refusedForConflict());
    for (long offset : event.refusedOffsets()) {
      lastOffset = Math.max(lastOffset, offset);
    }
  }
}
