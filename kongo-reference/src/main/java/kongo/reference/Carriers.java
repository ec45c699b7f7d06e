package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which Goods with a category are at a Location, as a step function of time.
 *
 * @param changes when it changes, and the first few ids, sorted, that are there from then on
 */
record Carriers(TreeMap<Long, List<String>> changes) {

  private static final int MOST_OTHERS = 10;

  /** Who comes and who goes at one time. */
  private record Change(SortedSet<String> come, SortedSet<String> gone) {

    Change() {
      this(new TreeSet<>(), new TreeSet<>());
    }
  }

  static Carriers of(String category, Place place) {
    SortedMap<Long, Change> byTime = new TreeMap<>();
    for (Visit visit : place.load()) {
      for (Visit.Part part : visit.parts(place.clock())) {
        if (part.carries(category)) {
          byTime.computeIfAbsent(part.from(), time -> new Change()).come().add(visit.goods());
          byTime.computeIfAbsent(part.to(), time -> new Change()).gone().add(visit.goods());
        }
      }
    }
    return new Carriers(swept(byTime));
  }

  private static TreeMap<Long, List<String>> swept(SortedMap<Long, Change> byTime) {
    TreeMap<Long, List<String>> changes = new TreeMap<>();
    SortedSet<String> present = new TreeSet<>();
    byTime.forEach((time, change) -> {
      present.removeAll(change.gone());
      present.addAll(change.come());
      // one more than are named, as the subject does not name itself
      changes.put(time, present.stream().limit(MOST_OTHERS + 1).toList());
    });
    return changes;
  }

  /** Those there without {@code subject}: sorted, not more than a report names. */
  List<String> others(long time, String subject) {
    Map.Entry<Long, List<String>> then = changes.floorEntry(time);
    return then == null ? List.of() : then.getValue().stream().filter(goods -> !goods.equals(subject)).limit(MOST_OTHERS).toList();
  }
}
