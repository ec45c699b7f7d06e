package kongo.location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.Correction;

/**
 * Which readings that count name the place as a Goods: as long as there are any, it is a Goods' own, unless it is registered
 * as something else. A logger always sends alike, so it is kept when that turns.
 */
public final class ByGoods {

  private long counting;
  /** By series the times of readings at which it turns whether they name a Goods; of earlier ones none does. */
  private final Map<Integer, NavigableSet<Long>> turns = new TreeMap<>();

  /**
   * As it is stored.
   *
   * @param counting how many readings
   */
  public record Kept(long counting, List<OfSeries> series) {
    public static final Kept NOTHING = new Kept(0, List.of());

    /** Whether the reading of this time that counts does, if there is one. */
    public boolean has(int number, long time) {
      return series.stream().filter(one -> one.series() == number).anyMatch(one -> one.has(time));
    }
  }

  /** @param turns ascending */
  public record OfSeries(int series, long[] turns) {

    private boolean has(long time) {
      return Arrays.stream(turns).filter(turn -> turn <= time).count() % 2 == 1;
    }
  }

  static ByGoods restore(Kept kept) {
    ByGoods restored = new ByGoods();
    restored.counting = kept.counting();
    for (OfSeries one : kept.series()) {
      restored.turns.put(one.series(), new TreeSet<>(Arrays.stream(one.turns()).boxed().toList()));
    }
    return restored;
  }

  Kept kept() {
    List<OfSeries> series = new ArrayList<>();
    turns.forEach((number, times) -> series.add(new OfSeries(number, times.stream().mapToLong(Long::longValue).toArray())));
    return new Kept(counting, series);
  }

  boolean any() {
    return counting > 0;
  }

  /** Whether none ever did, as far as it is kept. */
  boolean isNone() {
    return turns.isEmpty();
  }

  /** Whether the reading of this time that counts does, if there is one. */
  boolean has(int series, long time) {
    NavigableSet<Long> times = turns.get(series);
    return times != null && times.headSet(time, true).size() % 2 == 1;
  }

  /** @param newest of each series, as it was before the event */
  void take(ReadingsAccepted event, IntToLongFunction newest) {
    if (event.byGoods().length == 0 && isNone()) {
      return;
    }
    Map<Integer, Long> latest = new HashMap<>();
    for (int i = 0; i < event.size(); i++) {
      if (event.counts(i)) {
        int series = event.series()[i];
        boolean names = event.isByGoods(i) && !Correction.of(event.correction(i)).isVoid();
        long before = latest.computeIfAbsent(series, newest::applyAsLong);
        set(series, event.time(i), names, event.time(i) > before);
        latest.merge(series, event.time(i), Math::max);
        counting += names ? 1 : 0;
      }
    }
    counting -= event.insteadOfByGoods().length;
  }

  private void set(int series, long time, boolean names, boolean isLast) {
    if (has(series, time) != names) {
      turn(series, time);
      if (!isLast) {
        turn(series, time + 1);
      }
    }
  }

  private void turn(int series, long time) {
    NavigableSet<Long> times = turns.computeIfAbsent(series, first -> new TreeSet<>());
    if (!times.remove(time)) {
      times.add(time);
    }
  }

  /** Those before this time stay what they are, so that it does not matter which they are. */
  void forgetBefore(long time) {
    for (NavigableSet<Long> times : turns.values()) {
      NavigableSet<Long> earlier = times.headSet(time, true);
      boolean names = earlier.size() % 2 == 1;
      earlier.clear();
      if (names) {
        times.add(time);
      }
    }
    turns.values().removeIf(NavigableSet::isEmpty);
  }
}
