package kongo.location;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
   * Records of readings that were new, as differences from the first so that they are small.
   *
   * @param newSeries series that begin here; they take the next free numbers of this Location
   * @param series number of the series, one per reading
   * @param times event time less {@code firstTime}
   * @param offsets less {@code firstOffset}, ascending
   * @param timestamps record time less {@code firstTimestamp}
   * @param corrections codes of {@link kongo.violation.Correction}; none where all are originals
   * @param superseded positions of those that do not count, since a higher correction was accepted before; ascending
   * @param byGoods {@link Turns}: which of them name the place as a Goods
   * @param insteadOfByGoods positions of those that count instead of one that named the place as a Goods
   * @param refusedOffsets records of the batch that went to the dead letters
   * @param refusedForSeries those of them that would have begun a series too many: later they may be too late as well
   * @param refusedForConflict those of them that say otherwise than an accepted one: later that may not be known any more
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
      int[] corrections,
      int[] superseded,
      int[] byGoods,
      int[] insteadOfByGoods,
      long[] refusedOffsets,
      long[] refusedForSeries,
      long[] refusedForConflict,
      long neededFrom)
      implements LocationEvent {

    /** All of which name the place as a Location. */
    public ReadingsAccepted(
        Source source, List<SeriesKey> newSeries, int[] series, long firstTime, long[] times, double[] values, long firstOffset,
        long[] offsets, long firstTimestamp, long[] timestamps, int[] corrections, int[] superseded, long[] refusedOffsets,
        long[] refusedForSeries, long[] refusedForConflict, long neededFrom) {
      this(
          source, newSeries, series, firstTime, times, values, firstOffset, offsets, firstTimestamp, timestamps, corrections,
          superseded, Turns.NONE, Turns.NONE, refusedOffsets, refusedForSeries, refusedForConflict, neededFrom);
    }

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

    /** Up to when it shows that time has come: a sensor's clock may be fast, and counts up to that of the broker. */
    public long proof(int i) {
      return Math.min(time(i), timestamp(i));
    }

    /** The first that shows that time has come up to then, if any does. */
    Optional<Cause> causeOfProof(long time) {
      return IntStream.range(0, size()).filter(i -> proof(i) == time).mapToObj(i -> source.cause(offset(i), timestamp(i))).findFirst();
    }

    /** A code of {@link kongo.violation.Correction}. */
    public int correction(int i) {
      return corrections.length == 0 ? 0 : corrections[i];
    }

    public boolean isByGoods(int i) {
      return byGoods.length > 0 && Turns.at(byGoods, i);
    }

    /** Whether no higher correction of the reading was accepted before. */
    public boolean counts(int i) {
      return superseded.length == 0 || Arrays.binarySearch(superseded, i) < 0;
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

  /**
   * What Goods said of their stays here, each newer than what was known.
   *
   * @param isAhead whether readings that were sent in before are still to come; see {@link Ahead}
   */
  record GoodsSeen(List<GoodsAt> goods, boolean isAhead) implements LocationEvent {

    /** Not ahead of readings. */
    public GoodsSeen(List<GoodsAt> goods) {
      this(goods, false);
    }

    /** Readings that were sent in before were sent in before these words, too. */
    long sentIn() {
      return sentIn(goods);
    }

    static long sentIn(List<GoodsAt> goods) {
      return goods.stream().mapToLong(GoodsAt::newest).max().orElse(Long.MIN_VALUE);
    }

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

  /**
   * All readings are in that words have waited for, or they are not waited for any longer.
   *
   * @param sentIn up to when these were sent in, in milliseconds
   */
  record CaughtUp(long sentIn) implements LocationEvent {

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
   * Which books a Location has heard of: from here on it judges by them, what was before included.
   *
   * @param version offset of the last of them
   * @param cause its record
   */
  record RulesSeen(long version, Cause cause) implements LocationEvent {

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
