package kongo.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kongo.location.Books;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationSnapshot;
import kongo.location.LocationSnapshot.SeriesSnapshot;
import kongo.location.SeriesKey;
import kongo.reference.Series;

/** What was measured at a Location, as its journal says. */
final class LocationReader implements EntityReader {

  private final Consumer<LocationReader> result;
  private final List<SeriesKey> keys = new ArrayList<>();
  private final Map<SeriesKey, Series> measured = new HashMap<>();
  private long readings;
  private long unnamed;
  private long known;
  private long completeFrom = Books.NEVER;

  LocationReader(Consumer<LocationReader> result) {
    this.result = result;
  }

  @Override
  public void begin(long sequenceNr, Object snapshot) {
    LocationSnapshot state = (LocationSnapshot) snapshot;
    known = sequenceNr;
    completeFrom = state.books().before();
    for (SeriesSnapshot series : state.series()) {
      keys.add(series.key());
      Series kept = measured.computeIfAbsent(series.key(), key -> new Series());
      for (int i = 0; i < series.times().length; i++) {
        kept.add(series.times()[i], series.values()[i]);
      }
    }
  }

  @Override
  public void event(long sequenceNr, Object event) {
    if (event instanceof ReadingsAccepted accepted) {
      keys.addAll(sequenceNr > known ? accepted.newSeries() : List.of());
      for (int i = 0; i < accepted.size(); i++) {
        add(accepted, i);
      }
    }
  }

  private void add(ReadingsAccepted accepted, int i) {
    readings++;
    if (accepted.series()[i] >= keys.size()) {
      unnamed++;
      return;
    }
    SeriesKey key = keys.get(accepted.series()[i]);
    measured.computeIfAbsent(key, k -> new Series()).add(accepted.time(i), accepted.values()[i]);
  }

  @Override
  public void end() {
    result.accept(this);
  }

  Map<SeriesKey, Series> measured() {
    return measured;
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
