package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * A value that follows from who is at a Location (section 5, derived), 0 before the first change.
 *
 * @param changes the times at which it changes and what it is from then on: grams of a weight, else a count
 * @param own what one Goods adds to it and does not see
 */
record StepFunction(SortedMap<Long, Long> changes, ToLongFunction<Visit> own, boolean isWeight) {

  static StepFunction weight(List<Visit> visits) {
    return new StepFunction(changes(visits, visit -> visit.profile().weightGrams()), visit -> 0, true);
  }

  static StepFunction count(List<Visit> visits) {
    return new StepFunction(changes(visits, visit -> 1), visit -> 0, false);
  }

  static StepFunction carriers(String category, List<Visit> visits) {
    ToLongFunction<Visit> amount = visit -> visit.carries(category) ? 1 : 0;
    return new StepFunction(changes(visits, amount), amount, false);
  }

  private static SortedMap<Long, Long> changes(List<Visit> visits, ToLongFunction<Visit> amount) {
    SortedMap<Long, Long> differences = new TreeMap<>();
    for (Visit visit : visits) {
      differences.merge(visit.stay().from(), amount.applyAsLong(visit), Math::addExact);
      if (!visit.stay().isOpen()) {
        differences.merge(visit.stay().to(), -amount.applyAsLong(visit), Math::addExact);
      }
    }
    return sums(differences);
  }

  private static SortedMap<Long, Long> sums(SortedMap<Long, Long> differences) {
    SortedMap<Long, Long> changes = new TreeMap<>();
    long sum = 0;
    for (Map.Entry<Long, Long> difference : differences.entrySet()) {
      if (difference.getValue() != 0) {
        sum = Math.addExact(sum, difference.getValue());
        changes.put(difference.getKey(), sum);
      }
    }
    return changes;
  }

  /** The values that the Location itself sees: every change. */
  Seen seenByLocation(Bounds bounds) {
    return seen(changes, 0, bounds);
  }

  /** The values that a Goods sees: that at the beginning of its stay, and every later change within. */
  Seen seenBy(Visit visit, Bounds bounds) {
    long from = visit.stay().from();
    SortedMap<Long, Long> untilFrom = changes.headMap(from + 1);
    SortedMap<Long, Long> within = new TreeMap<>(changes.subMap(from, visit.stay().to()));
    within.put(from, untilFrom.isEmpty() ? 0 : changes.get(untilFrom.lastKey()));
    return seen(within, own.applyAsLong(visit), bounds);
  }

  private Seen seen(SortedMap<Long, Long> amounts, long own, Bounds bounds) {
    long[] times = amounts.keySet().stream().mapToLong(Long::longValue).toArray();
    long[] others = amounts.values().stream().mapToLong(amount -> amount - own).toArray();
    double[] values = new double[times.length];
    boolean[] breaking = new boolean[times.length];
    for (int i = 0; i < times.length; i++) {
      values[i] = isWeight ? Bounds.kilograms(others[i]) : others[i];
      breaking[i] = isWeight ? bounds.brokenByWeight(others[i]) : bounds.brokenBy(others[i]);
    }
    return new Seen(times, values, breaking, times.clone(), Seen.HOLDS_UNTIL_CHANGED);
  }
}
