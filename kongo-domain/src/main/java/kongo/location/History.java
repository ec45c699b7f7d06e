package kongo.location;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import kongo.location.LocationEvent.ReadingsAccepted;

/** Older readings of one Location, read from its own journal for the sake of one command. Immutable. */
public final class History {

  public static final History EMPTY = new History(Set.of(), Map.of(), Map.of());

  private final Set<SequenceRange> loaded;
  /** Those that count. */
  private final Map<Integer, NavigableMap<Long, Double>> readings;
  /** What is accepted of those that are more than originals. */
  private final Map<Integer, Map<Long, Editions>> amended;

  private History(
      Set<SequenceRange> loaded, Map<Integer, NavigableMap<Long, Double>> readings,
      Map<Integer, Map<Long, Editions>> amended) {
    this.loaded = loaded;
    this.readings = readings;
    this.amended = amended;
  }

  /** This history and the rows of {@code ranges}: those events that are readings. */
  public History plus(List<SequenceRange> ranges, List<ReadingsAccepted> rows) {
    Set<SequenceRange> allLoaded = new HashSet<>(loaded);
    allLoaded.addAll(ranges);
    Map<Integer, NavigableMap<Long, Double>> all = new HashMap<>();
    readings.forEach((series, values) -> all.put(series, new TreeMap<>(values)));
    Map<Integer, Map<Long, Editions>> allAmended = new HashMap<>();
    amended.forEach((series, times) -> allAmended.put(series, new HashMap<>(times)));
    History more = new History(allLoaded, all, allAmended);
    rows.forEach(more::add);
    return more;
  }

  private void add(ReadingsAccepted row) {
    for (int i = 0; i < row.size(); i++) {
      int number = row.series()[i];
      boolean isOriginal = row.correction(i) == 0 && !amended.getOrDefault(number, Map.of()).containsKey(row.time(i));
      if (isOriginal && row.counts(i)) {
        readings.computeIfAbsent(number, first -> new TreeMap<>()).put(row.time(i), row.values()[i]);
      } else {
        amend(number, row, i);
      }
    }
  }

  /**
   * Rows come in any order: the highest correction counts. One that never counted says nothing of what does: the row of that
   * one may be forgotten.
   */
  private void amend(int number, ReadingsAccepted row, int i) {
    long time = row.time(i);
    Editions all = editions(number, time).with(row.correction(i), row.values()[i]);
    amended.computeIfAbsent(number, first -> new HashMap<>()).put(time, all);
    if (!row.counts(i)) {
      return;
    }
    NavigableMap<Long, Double> values = readings.computeIfAbsent(number, first -> new TreeMap<>());
    all.value().ifPresentOrElse(counting -> values.put(time, counting), () -> values.remove(time));
  }

  /** All that the rows read say of a reading. */
  Editions editions(int number, long time) {
    Editions known = amended.getOrDefault(number, Map.of()).get(time);
    Double original = known == null ? of(number).get(time) : null;
    return known != null ? known : original == null ? Editions.NONE : Editions.original(original);
  }

  /** How many pieces of the journal have been read. */
  int size() {
    return loaded.size();
  }

  boolean has(SequenceRange rows) {
    return loaded.contains(rows);
  }

  NavigableMap<Long, Double> of(int series) {
    return readings.getOrDefault(series, java.util.Collections.emptyNavigableMap());
  }
}
