package kongo.location;

import java.util.Optional;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.Cause;
import kongo.violation.RefusedOffsets;

/** Which records of readings a Location has judged, whatever they say: up to where, which it refused, the newest accepted one. */
final class Received {

  static final long NOTHING = -1;

  private final RefusedOffsets refused;
  private final RefusedOffsets refusedForSeries;
  private long lastOffset;
  private long newest;
  private Optional<Cause> newestCause;

  private Received(
      RefusedOffsets refused, RefusedOffsets refusedForSeries, long lastOffset, long newest,
      Optional<Cause> newestCause) {
    this.refused = refused;
    this.refusedForSeries = refusedForSeries;
    this.lastOffset = lastOffset;
    this.newest = newest;
    this.newestCause = newestCause;
  }

  static Received nothing() {
    return new Received(new RefusedOffsets(), new RefusedOffsets(), NOTHING, NOTHING, Optional.empty());
  }

  static Received restore(LocationSnapshot snapshot) {
    return new Received(
        new RefusedOffsets(snapshot.refusedOffsets()), new RefusedOffsets(snapshot.refusedForSeries()),
        snapshot.lastOffset(), snapshot.newest(), snapshot.newestCause());
  }

  /** Ascending. */
  long[] refused() {
    return refused.toArray();
  }

  /** Ascending. */
  long[] refusedForSeries() {
    return refusedForSeries.toArray();
  }

  /** Highest offset judged, or {@link #NOTHING}. */
  long lastOffset() {
    return lastOffset;
  }

  /** Time of the newest accepted reading, or {@link #NOTHING}. */
  long newest() {
    return newest;
  }

  /** The record that brought it. */
  Optional<Cause> newestCause() {
    return newestCause;
  }

  /**
   * What becomes of a batch.
   *
   * @param closedBefore of what came before and is earlier than this, only that it came is known
   * @throws HistoryMissing if it takes older readings to tell
   */
  ReadingVerdict verdict(
      ReadingBatch batch, ReadingMemory memory, History history, long retentionMillis, long closedBefore) {
    return ReadingVerdict.of(
        batch, memory, history, refused, refusedForSeries, lastOffset, newest, retentionMillis, closedBefore);
  }

  void take(ReadingsAccepted event) {
    for (int i = 0; i < event.size(); i++) {
      lastOffset = Math.max(lastOffset, event.offset(i));
      if (event.time(i) > newest) {
        newest = event.time(i);
        newestCause = Optional.of(event.source().cause(event.offset(i), event.timestamp(i)));
      }
    }
    refused.add(event.refusedOffsets());
    refusedForSeries.add(event.refusedForSeries());
    for (long offset : event.refusedOffsets()) {
      lastOffset = Math.max(lastOffset, offset);
    }
  }
}
