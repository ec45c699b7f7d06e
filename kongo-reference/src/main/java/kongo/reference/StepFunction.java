package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.rules.Rule;

/**
 * A value that follows from who is at a Location (section 5, derived), 0 before the first change.
 *
 * @param metric its name
 * @param changes the times at which it changes and what it is from then on: grams for load.weight, else a count
 */
record StepFunction(String metric, SortedMap<Long, Long> changes) {

  static StepFunction of(String metric, List<Visit> visits) {
    SortedMap<Long, Long> differences = new TreeMap<>();
    for (Visit visit : visits) {
      differences.merge(visit.stay().from(), amount(metric, visit), Math::addExact);
      if (!visit.stay().isOpen()) {
        differences.merge(visit.stay().to(), -amount(metric, visit), Math::addExact);
      }
    }
    return new StepFunction(metric, sums(differences));
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

  /** What one Goods adds to the value. */
  private static long amount(String metric, Visit visit) {
    if (metric.equals(Rule.LOAD_WEIGHT)) {
      return visit.profile().weightGrams();
    }
    if (metric.equals(Rule.LOAD_COUNT)) {
      return 1;
    }
    return visit.carries(metric.substring(Rule.ABOARD.length())) ? 1 : 0;
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
    boolean countsOthersOnly = metric.startsWith(Rule.ABOARD);
    return seen(within, countsOthersOnly ? amount(metric, visit) : 0, bounds);
  }

  private Seen seen(SortedMap<Long, Long> amounts, long own, Bounds bounds) {
    long[] times = amounts.keySet().stream().mapToLong(Long::longValue).toArray();
    long[] others = amounts.values().stream().mapToLong(amount -> amount - own).toArray();
    double[] values = new double[times.length];
    boolean[] breaking = new boolean[times.length];
    boolean isWeight = metric.equals(Rule.LOAD_WEIGHT);
    for (int i = 0; i < times.length; i++) {
      values[i] = isWeight ? Bounds.kilograms(others[i]) : others[i];
      breaking[i] = isWeight ? bounds.brokenByWeight(others[i]) : bounds.brokenBy(others[i]);
    }
    return new Seen(times, values, breaking, times.clone(), Seen.HOLDS_UNTIL_CHANGED);
  }
}
