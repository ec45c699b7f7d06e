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

  public static final History EMPTY = new History(Set.of(), Map.of());

  private final Set<SequenceRange> loaded;
  private final Map<Integer, NavigableMap<Long, Double>> readings;

  private History(Set<SequenceRange> loaded, Map<Integer, NavigableMap<Long, Double>> readings) {
    this.loaded = loaded;
    this.readings = readings;
  }

  /** This history and the rows of {@code ranges}: those events that are readings. */
  public History plus(List<SequenceRange> ranges, List<ReadingsAccepted> rows) {
    Set<SequenceRange> allLoaded = new HashSet<>(loaded);
    allLoaded.addAll(ranges);
    Map<Integer, NavigableMap<Long, Double>> all = new HashMap<>();
    readings.forEach((series, values) -> all.put(series, new TreeMap<>(values)));
    rows.forEach(row -> add(all, row));
    return new History(allLoaded, all);
  }

  private static void add(Map<Integer, NavigableMap<Long, Double>> all, ReadingsAccepted row) {
    for (int i = 0; i < row.size(); i++) {
      all.computeIfAbsent(row.series()[i], number -> new TreeMap<>()).put(row.time(i), row.values()[i]);
    }
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
