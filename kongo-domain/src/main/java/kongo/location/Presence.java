package kongo.location;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kongo.excursion.Steps;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;
import kongo.registry.GoodsProfile;
import kongo.rules.Rule;

/** Who is at a Location when, as its Goods say, and what follows from that; as it is and as before the last event. */
final class Presence {

  private final Map<String, GoodsAt> goods = new HashMap<>();
  /** A Location knows many more Goods than are there: most left long ago, and nothing new concerns them. */
  private final TreeMap<Leaving, GoodsAt> byLeaving = new TreeMap<>(Leaving.ORDER);
  private final Map<String, Optional<GoodsAt>> replaced = new TreeMap<>();
  private Map<String, Steps> stepsBefore = new HashMap<>();
  private Map<String, Steps> stepsAfter = new HashMap<>();

  Presence(List<GoodsAt> known) {
    known.forEach(this::put);
  }

  /** The end of a Goods' last stay; without a stay the beginning of time. */
  private record Leaving(long time, String goods) {
    static final Comparator<Leaving> ORDER = Comparator.comparingLong(Leaving::time).thenComparing(Leaving::goods);

    static Leaving of(GoodsAt goods) {
      long last = goods.stays().stream().mapToLong(Stay::to).max().orElse(Long.MIN_VALUE);
      return new Leaving(last, goods.goods());
    }
  }

  private Optional<GoodsAt> put(GoodsAt now) {
    Optional<GoodsAt> old = Optional.ofNullable(goods.put(now.goods(), now));
    old.ifPresent(was -> byLeaving.remove(Leaving.of(was)));
    byLeaving.put(Leaving.of(now), now);
    return old;
  }

  /** So many Goods are or were here. */
  int size() {
    return goods.size();
  }

  /** What is known of a Goods here; 0 if nothing. */
  long version(String id) {
    GoodsAt known = goods.get(id);
    return known == null ? 0 : known.version();
  }

  /** The next event begins: the state before the last one is forgotten. */
  void settle() {
    replaced.clear();
    stepsBefore = stepsAfter;
  }

  void take(List<GoodsAt> newer) {
    for (GoodsAt now : newer) {
      replaced.putIfAbsent(now.goods(), put(now));
    }
    Map<String, Steps> changed = new HashMap<>();
    stepsBefore.forEach((metric, steps) -> changed.put(metric, steps.plus(changes(metric))));
    stepsAfter = changed;
  }

  private List<Steps.Change> changes(String metric) {
    List<Steps.Change> changes = new ArrayList<>();
    replaced.forEach(
        (id, old) -> {
          old.ifPresent(was -> contribute(metric, was, -1, changes));
          contribute(metric, goods.get(id), 1, changes);
        });
    return changes;
  }

  private static void contribute(String metric, GoodsAt goods, int sign, List<Steps.Change> changes) {
    long amount = sign * contribution(metric, goods.profile());
    if (amount != 0) {
      for (Stay stay : goods.stays()) {
        changes.add(new Steps.Change(stay.from(), amount));
        changes.add(new Steps.Change(stay.to(), -amount));
      }
    }
  }

  /** What one Goods adds to a derived metric while it is there: grams for {@code load.weight}, else 0 or 1. */
  static long contribution(String metric, GoodsProfile profile) {
    return switch (metric) {
      case Rule.LOAD_WEIGHT -> profile.weightGrams();
      case Rule.LOAD_COUNT -> 1;
      default -> profile.categories().contains(metric.substring(Rule.ABOARD.length())) ? 1 : 0;
    };
  }

  View before() {
    return new View(true);
  }

  View after() {
    return new View(false);
  }

  /** Presence at one side of the last event. */
  final class View {
    private final boolean old;

    private View(boolean old) {
      this.old = old;
    }

    /** Ids of the Goods that the last event was about, sorted. */
    List<String> latest() {
      return List.copyOf(replaced.keySet());
    }

    /** All that are known. */
    Stream<GoodsAt> all() {
      return since(Long.MIN_VALUE);
    }

    /** Those that are there at this time or later. */
    Stream<GoodsAt> since(long time) {
      Stream<GoodsAt> now = byLeaving.tailMap(new Leaving(time, ""), true).values().stream();
      if (!old || replaced.isEmpty()) {
        return now;
      }
      Stream<GoodsAt> others = now.filter(one -> !replaced.containsKey(one.goods()));
      return Stream.concat(others, replaced.values().stream().flatMap(Optional::stream));
    }

    Optional<GoodsAt> of(String id) {
      Optional<GoodsAt> was = old ? replaced.get(id) : null;
      return was != null ? was : Optional.ofNullable(goods.get(id));
    }

    /** The level of a derived metric over time. */
    Steps steps(String metric) {
      return (old ? stepsBefore : stepsAfter).computeIfAbsent(metric, this::derive);
    }

    private Steps derive(String metric) {
      List<Steps.Change> changes = new ArrayList<>();
      all().forEach(one -> contribute(metric, one, 1, changes));
      return Steps.NONE.plus(changes);
    }

    /** Ids of the Goods there at a time, of one category, but for one, at most {@code most}, sorted. */
    List<String> others(String category, long time, String except, int most) {
      return since(time)
          .filter(one -> !one.goods().equals(except))
          .filter(one -> one.profile().categories().contains(category))
          .filter(one -> one.stays().stream().anyMatch(stay -> stay.from() <= time && time < stay.to()))
          .map(GoodsAt::goods)
          .sorted()
          .limit(most)
          .toList();
    }
  }
}
