package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import kongo.goods.Stay;

/**
 * A value that follows from who is at a Location (section 5, derived), 0 before the first change.
 *
 * @param changes the times at which it changes and what it is from then on: grams of a weight, else a count
 * @param own what one Goods adds to it and does not see
 */
record StepFunction(
    SortedMap<Long, Long> changes, ToLongFunction<Visit.Part> own, boolean isWeight, long clock) {

  static StepFunction weight(Place place) {
    return new StepFunction(changes(place, part -> part.profile().weightGrams()), part -> 0, true, place.clock());
  }

  static StepFunction count(Place place) {
    return new StepFunction(changes(place, part -> 1), part -> 0, false, place.clock());
  }

  static StepFunction carriers(String category, Place place) {
    ToLongFunction<Visit.Part> amount = part -> part.carries(category) ? 1 : 0;
    return new StepFunction(changes(place, amount), amount, false, place.clock());
  }

  private static SortedMap<Long, Long> changes(Place place, ToLongFunction<Visit.Part> amount) {
    SortedMap<Long, Long> differences = new TreeMap<>();
    for (Visit visit : place.load()) {
      for (Visit.Part part : visit.parts(place.clock())) {
        differences.merge(part.from(), amount.applyAsLong(part), Math::addExact);
        if (part.to() != Stay.OPEN) {
          differences.merge(part.to(), -amount.applyAsLong(part), Math::addExact);
        }
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

  /** The value at the beginning of a Goods' interval (of the Location: of what began before), and every later change within. */
  Seen seenIn(Interval interval) {
    SortedMap<Long, Long> seen =
        interval.visit().isPresent() ? seenBy(interval.visit().get(), interval) : seenByLocation(interval);
    return seen(seen, interval.terms().bounds().orElseThrow());
  }

  private SortedMap<Long, Long> seenByLocation(Interval interval) {
    SortedMap<Long, Long> within = new TreeMap<>(changes.subMap(interval.from(), interval.to()));
    if (!changes.headMap(interval.from()).isEmpty()) {
      within.putIfAbsent(interval.from(), at(interval.from()));
    }
    return within;
  }

  /** What a Goods adds itself may change, too. */
  private SortedMap<Long, Long> seenBy(Visit visit, Interval interval) {
    List<Visit.Part> parts = visit.parts(clock);
    SortedSet<Long> times = new TreeSet<>(changes.subMap(interval.from(), interval.to()).keySet());
    parts.stream().map(Visit.Part::from).filter(time -> time > interval.from() && time < interval.to()).forEach(times::add);
    times.add(interval.from());
    SortedMap<Long, Long> seen = new TreeMap<>();
    for (long time : times) {
      long others = at(time) - own(parts, time);
      if (seen.isEmpty() || seen.get(seen.lastKey()) != others) {
        seen.put(time, others);
      }
    }
    return seen;
  }

  private long own(List<Visit.Part> parts, long time) {
    return parts.stream().filter(part -> part.from() <= time && time < part.to()).mapToLong(own).sum();
  }

  private long at(long time) {
    SortedMap<Long, Long> until = changes.headMap(time + 1);
    return until.isEmpty() ? 0 : until.get(until.lastKey());
  }

  private Seen seen(SortedMap<Long, Long> amounts, Bounds bounds) {
    long[] times = amounts.keySet().stream().mapToLong(Long::longValue).toArray();
    int n = times.length;
    Seen seen = new Seen(
        times, new double[n], new Mark[n], new double[n], times.clone(), Seen.HOLDS_UNTIL_CHANGED, false);
    for (int i = 0; i < n; i++) {
      see(seen, i, amounts.get(times[i]), bounds);
    }
    return seen;
  }

  private void see(Seen seen, int i, long amount, Bounds bounds) {
    seen.values()[i] = isWeight ? Bounds.kilograms(amount) : amount;
    boolean isOut = isWeight ? bounds.brokenByWeight(amount) : bounds.brokenBy(amount);
    seen.marks()[i] = isOut ? Mark.OUT : Mark.CLEAR;
    seen.farOut()[i] = isOut ? farOut(amount, bounds) : 0;
  }

  private double farOut(long amount, Bounds bounds) {
    return isWeight ? bounds.distanceOfWeight(amount) : bounds.distance(amount);
  }
}
