package kongo.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import kongo.location.Books;
import kongo.location.ByGoods;
import kongo.location.GoodsHere;
import kongo.location.LocationEvent.GoodsSeen;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationSnapshot;
import kongo.location.LocationSnapshot.AmendedSnapshot;
import kongo.location.LocationSnapshot.SeriesSnapshot;
import kongo.location.SeriesKey;
import kongo.reference.PlaceByPlace;
import kongo.reference.Series;
import kongo.violation.Correction;

/** What was measured at a Location, as its journal says. */
final class LocationReader implements EntityReader {

  private final Consumer<LocationReader> result;
  private final List<SeriesKey> keys = new ArrayList<>();
  private final Map<SeriesKey, Series> measured = new HashMap<>();
  private long readings;
  private long unnamed;
  private long known;
  private long completeFrom = Books.NEVER;
  private long provenByReadings = PlaceByPlace.NOTHING;
  private long latestOfForgotten = PlaceByPlace.NOTHING;
  private final Map<String, GoodsHere> goods = new HashMap<>();
  /** What was in memory when the snapshot was taken: where there are rows, these say more. */
  private List<SeriesSnapshot> kept = List.of();
  private ByGoods.Kept keptByGoods = ByGoods.Kept.NOTHING;
  private long namingGoods;

  LocationReader(Consumer<LocationReader> result) {
    this.result = result;
  }

  @Override
  public void begin(long sequenceNr, Object snapshot) {
    LocationSnapshot state = (LocationSnapshot) snapshot;
    known = sequenceNr;
    completeFrom = state.books().before();
    provenByReadings = state.provenByReadings();
    latestOfForgotten = state.latestOfForgotten();
    state.goods().forEach(one -> goods.put(one.goods(), one));
    keptByGoods = state.byGoods();
    namingGoods = keptByGoods.counting();
    for (SeriesSnapshot series : state.series()) {
      takeAmended(measured.computeIfAbsent(series.key(), key -> new Series()), keys.size(), series.amended());
      keys.add(series.key());
    }
    kept = state.series();
  }

  /** Whether it names a Goods is known of what counts only, but of nothing else does it matter. */
  private void takeAmended(Series series, int number, AmendedSnapshot amended) {
    for (int i = 0; i < amended.times().length; i++) {
      long time = amended.times()[i];
      series.take(time, amended.values()[i], Correction.of(amended.corrections()[i]), keptByGoods.has(number, time));
    }
  }

  @Override
  public void event(long sequenceNr, Object event) {
    if (event instanceof ReadingsAccepted accepted) {
      if (sequenceNr > known) {
        keys.addAll(accepted.newSeries());
        namingGoods -= accepted.insteadOfByGoods().length;
      }
      for (int i = 0; i < accepted.size(); i++) {
        add(accepted, i);
        namingGoods += sequenceNr > known && namesGoods(accepted, i) ? 1 : 0;
        provenByReadings = Math.max(provenByReadings, accepted.proof(i));
      }
    } else if (sequenceNr > known && event instanceof GoodsSeen seen) {
      seen.goods().forEach(word -> goods.compute(
          word.goods(), (id, before) -> (before == null ? GoodsHere.unknown(id) : before).hearing(word)));
    }
  }

  private static boolean namesGoods(ReadingsAccepted accepted, int i) {
    return accepted.counts(i) && accepted.isByGoods(i) && !Correction.of(accepted.correction(i)).isVoid();
  }

  private void add(ReadingsAccepted accepted, int i) {
    readings++;
    if (accepted.series()[i] >= keys.size()) {
      unnamed++;
      return;
    }
    Series series = measured.computeIfAbsent(keys.get(accepted.series()[i]), k -> new Series());
    // The row of what counts instead may be deleted.
    if (accepted.counts(i) || series.knows(accepted.time(i))) {
      series.take(accepted.time(i), accepted.values()[i], Correction.of(accepted.correction(i)), accepted.isByGoods(i));
    }
  }

  @Override
  public void end() {
    for (int number = 0; number < kept.size(); number++) {
      takeKept(number, kept.get(number));
    }
    result.accept(this);
  }

  /** The value that counted is all that is left of a reading of which there is no row. */
  private void takeKept(int number, SeriesSnapshot snapshot) {
    Series series = measured.get(snapshot.key());
    for (int i = 0; i < snapshot.times().length; i++) {
      long time = snapshot.times()[i];
      if (!series.knows(time)) {
        series.take(time, snapshot.values()[i], Correction.ORIGINAL, keptByGoods.has(number, time));
      }
    }
  }

  Map<SeriesKey, Series> measured() {
    return measured;
  }

  /** Whether any reading that counts names a Goods, be its row deleted or not. */
  boolean namesGoods() {
    return namingGoods > 0;
  }

  /**
   * How far event time has provably come by readings, and by moves that Goods have folded. Of the moves that they still have
   * their stays tell, which go by the books that are asked about. {@link PlaceByPlace#NOTHING} if nothing does.
   *
   * @param foldedBefore of a Goods: up to when its moves are folded
   */
  long clock(ToLongFunction<String> foldedBefore) {
    return goods.values().stream()
        .mapToLong(one -> latestBoundBefore(foldedBefore.applyAsLong(one.goods()), one))
        .reduce(Math.max(provenByReadings, latestOfForgotten), Math::max);
  }

  private static long latestBoundBefore(long time, GoodsHere goods) {
    return goods.stays().stream()
        .flatMapToLong(stay -> LongStream.of(stay.from(), stay.to()))
        .filter(bound -> bound < time)
        .max()
        .orElse(PlaceByPlace.NOTHING);
  }

  long readings() {
    return readings;
  }

  /** What was before this time is not known. */
  long completeFrom() {
    return completeFrom;
  }

  /** Readings of a series that no event began: the event that did is missing. */
  long unnamed() {
    return unnamed;
  }
}
