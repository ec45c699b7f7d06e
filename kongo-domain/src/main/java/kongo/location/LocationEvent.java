package kongo.location;

import java.util.List;
import kongo.goods.GoodsAt;
import kongo.registry.PlaceAt;
import kongo.violation.Cause;
import kongo.violation.Revision;
import kongo.violation.Source;
import kongo.violation.Violation;

/** What a Location journals. */
public sealed interface LocationEvent {

  void applyTo(LocationState state);

  /** What it changed in the violations, to be asked when it is the last that was applied. */
  List<Revision> compared(LocationState state, History history);

  /**
   * Readings that were new, as differences from the first so that they are small.
   *
   * @param newSeries series that begin here; they take the next free numbers of this Location
   * @param series number of the series, one per reading
   * @param times event time less {@code firstTime}
   * @param offsets less {@code firstOffset}, ascending
   * @param timestamps record time less {@code firstTimestamp}
   * @param refusedOffsets records of the batch that went to the dead letters
   * @param refusedForSeries those of them that would have begun a series too many: later they may be too late as well
   * @param neededFrom readings in rows of this journal before this number are not looked for from here on; 0 if that
   *     changes nothing
   */
  record ReadingsAccepted(
      Source source,
      List<SeriesKey> newSeries,
      int[] series,
      long firstTime,
      long[] times,
      double[] values,
      long firstOffset,
      long[] offsets,
      long firstTimestamp,
      long[] timestamps,
      long[] refusedOffsets,
      long[] refusedForSeries,
      long neededFrom)
      implements LocationEvent {

    public int size() {
      return series.length;
    }

    public long time(int i) {
      return firstTime + times[i];
    }

    public long offset(int i) {
      return firstOffset + offsets[i];
    }

    public long timestamp(int i) {
      return firstTimestamp + timestamps[i];
    }

    @Override
    public void applyTo(LocationState state) {
      state.take(this);
    }

    @Override
    public List<Revision> compared(LocationState state, History history) {
      return state.compare(this, history);
    }
  }

  /** What Goods said of their stays here, each newer than what was known. */
  record GoodsSeen(List<GoodsAt> goods) implements LocationEvent {

    /** The record behind the violation's own Goods if it is one of these, else behind the first. */
    Cause causeOf(Violation violation) {
      return goods.stream()
          .filter(one -> one.goods().equals(violation.goods()))
          .findFirst()
          .orElse(goods.get(0))
          .cause();
    }

    @Override
    public void applyTo(LocationState state) {
      state.take(this);
    }

    @Override
    public List<Revision> compared(LocationState state, History history) {
      return state.compare(this, history);
    }
  }

  /** What the registry says of this Location. */
  record PlaceSeen(PlaceAt place) implements LocationEvent {

    @Override
    public void applyTo(LocationState state) {
      state.take(this);
    }

    @Override
    public List<Revision> compared(LocationState state, History history) {
      return state.compare(this, history);
    }
  }

  /**
   * All effects of the events before are published: a recovery need not publish them again.
   *
   * @param sequenceNr of the last of them
   */
  record EffectsPublished(long sequenceNr) implements LocationEvent {

    @Override
    public void applyTo(LocationState state) {
      state.take(this);
    }

    @Override
    public List<Revision> compared(LocationState state, History history) {
      return List.of();
    }
  }
}
