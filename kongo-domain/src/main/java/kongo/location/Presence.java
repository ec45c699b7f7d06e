package kongo.location;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kongo.excursion.Steps;
import kongo.goods.GoodsAt;
import kongo.goods.Stay;

/** Who is at a Location when, as its Goods say, and what follows from that; as it is and as before the last event. */
final class Presence {

  private final Map<String, GoodsHere> goods = new HashMap<>();
  /** A Location knows many more Goods than are there: most left long ago, and nothing new concerns them. */
  private final TreeMap<Leaving, GoodsHere> byLeaving = new TreeMap<>(Leaving.ORDER);
  private final Map<String, Before> replaced = new TreeMap<>();
  private Map<Level, Steps> stepsBefore = new HashMap<>();
  private Map<Level, Steps> stepsAfter = new HashMap<>();
  private Books books;
  private long newestStay;

  /**
   * @param newestStay latest beginning or end of a stay, {@link Books#NEVER} without one
   */
  Presence(List<GoodsHere> known, Books books, long newestStay) {
    known.forEach(this::put);
    this.books = books;
    this.newestStay = newestStay;
  }

  /** The end of a Goods' last stay. */
  private record Leaving(long time, String goods) {
    static final Comparator<Leaving> ORDER = Comparator.comparingLong(Leaving::time).thenComparing(Leaving::goods);

    static Leaving of(GoodsHere goods) {
      return new Leaving(goods.lastTime(), goods.goods());
    }
  }

  /** How a Goods was known before the last event, and since when its stays are not what they were. */
  private record Before(Optional<GoodsHere> known, long from) {

    Before alsoFrom(long time) {
      return new Before(known, Math.min(from, time));
    }
  }

  private void put(GoodsHere now) {
    Optional<GoodsHere> old = Optional.ofNullable(goods.put(now.goods(), now));
    old.ifPresent(was -> byLeaving.remove(Leaving.of(was)));
    byLeaving.put(Leaving.of(now), now);
  }

  /** So many Goods are or were here. */
  int size() {
    return goods.size();
  }

  /** The latest beginning or end of a stay that was ever heard of. */
  long newestStay() {
    return newestStay;
  }

  boolean isNews(GoodsAt word) {
    boolean begins = !goods.containsKey(word.goods());
    return known(word).isNews(word) && !(begins && (isOver(word) || misses(known(word), word)));
  }

  /**
   * Whether words were said before this one, which was taken if it was news, that have not been heard. Of a Goods that is not
   * known such a word is no news: it may be older than what was heard and is not kept, and then nobody would close the gap.
   */
  boolean missesOneBefore(GoodsAt word) {
    GoodsHere known = goods.get(word.goods());
    return known == null ? misses(known(word), word) : known.missesOneBefore(word);
  }

  private static boolean misses(GoodsHere known, GoodsAt word) {
    return word.previous() > known.complete();
  }

  private GoodsHere known(GoodsAt word) {
    GoodsHere known = goods.get(word.goods());
    if (known != null) {
      return known;
    }
    return word.earlierTo() < books.before() ? GoodsHere.forgottenBefore(word) : GoodsHere.unknown(word.goods());
  }

  /** Whether it can be taken without keeping more than so many words of the Goods apart. */
  boolean mayKeep(GoodsAt word, int most) {
    return known(word).mayKeep(word, most);
  }

  /** Whether it speaks of nothing that is kept. */
  private boolean isOver(GoodsAt word) {
    return word.earlierTo() < books.before() && word.stays().stream().allMatch(stay -> stay.to() < books.before());
  }

  Books books() {
    return books;
  }

  /**
   * Forgets the Goods that left before this time. No event may be between before and after.
   *
   * @param levels that rules look at
   */
  void close(long horizon, long before, List<Level> levels) {
    Set<String> changed = new TreeSet<>();
    levels.stream().filter(level -> after().steps(level).changesBefore(before)).forEach(level -> changed.add(level.metric()));
    books = books.closed(horizon, before, changed);
    List<GoodsHere> gone =
        byLeaving.headMap(new Leaving(before, ""), false).values().stream().filter(GoodsHere::isComplete).toList();
    for (GoodsHere one : gone) {
      goods.remove(one.goods());
      byLeaving.remove(Leaving.of(one));
    }
    stepsBefore = new HashMap<>();
    stepsAfter = new HashMap<>();
  }

  /** The next event begins: the state before the last one is forgotten. */
  void settle() {
    replaced.clear();
    stepsBefore = stepsAfter;
  }

  void take(List<GoodsAt> words) {
    words.forEach(this::take);
    Map<Level, Steps> changed = new HashMap<>();
    stepsBefore.forEach((level, steps) -> changed.put(level, steps.plus(changes(level))));
    stepsAfter = changed;
  }

  private void take(GoodsAt word) {
    Before before = new Before(Optional.ofNullable(goods.get(word.goods())), word.from());
    replaced.merge(word.goods(), before, (first, next) -> first.alsoFrom(next.from()));
    put(known(word).hearing(word).since(books.before()));
    word.stays().forEach(this::newest);
  }

  private void newest(Stay stay) {
    newestStay = Math.max(newestStay, stay.isOpen() ? stay.from() : stay.to());
  }

  /** The Goods that the last event was about, sorted by id. */
  List<GoodsHere> latest() {
    return replaced.keySet().stream().map(goods::get).toList();
  }

  private List<Steps.Change> changes(Level level) {
    List<Steps.Change> changes = new ArrayList<>();
    replaced.forEach((id, before) -> change(level, before, goods.get(id), changes));
    return changes;
  }

  private void change(Level level, Before before, GoodsHere now, List<Steps.Change> changes) {
    long was = before.known().map(old -> level.of(old.profile())).orElse(0L);
    long is = level.of(now.profile());
    long from = was == is ? before.from() : Long.MIN_VALUE;
    before.known().ifPresent(old -> contribute(-was, old.staysFrom(from), changes));
    contribute(is, now.staysFrom(from), changes);
  }

  /** Who was there when the books were closed counts from just before; of an earlier time nothing is asked. */
  private void contribute(long amount, List<Stay> stays, List<Steps.Change> changes) {
    for (Stay stay : stays) {
      if (amount != 0 && stay.to() >= books.before()) {
        changes.add(new Steps.Change(Math.max(stay.from(), justBefore(books.before())), amount));
        changes.add(new Steps.Change(stay.to(), -amount));
      }
    }
  }

  private static long justBefore(long time) {
    return time == Books.NEVER ? time : time - 1;
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
    private final Map<String, Carriers> carriers = new HashMap<>();

    private View(boolean old) {
      this.old = old;
    }

    /** Ids of the Goods that the last event was about, sorted. */
    List<String> latest() {
      return List.copyOf(replaced.keySet());
    }

    /** Before this time the stays of one of these are what they were before the event. */
    long changedFrom(String id) {
      return replaced.get(id).from();
    }

    /** See {@link Books}. */
    long closedBefore() {
      return books.before();
    }

    /** All that are known. */
    Stream<GoodsHere> all() {
      return since(Long.MIN_VALUE);
    }

    /** Those that are there at this time or later. */
    Stream<GoodsHere> since(long time) {
      Stream<GoodsHere> now = byLeaving.tailMap(new Leaving(time, ""), true).values().stream();
      if (!old || replaced.isEmpty()) {
        return now;
      }
      Stream<GoodsHere> others = now.filter(one -> !replaced.containsKey(one.goods()));
      return Stream.concat(others, replaced.values().stream().flatMap(before -> before.known().stream()));
    }

    Optional<GoodsHere> of(String id) {
      Before before = old ? replaced.get(id) : null;
      return before != null ? before.known() : Optional.ofNullable(goods.get(id));
    }

    /** A level over time. */
    Steps steps(Level level) {
      return (old ? stepsBefore : stepsAfter).computeIfAbsent(level, this::derive);
    }

    private Steps derive(Level level) {
      List<Steps.Change> changes = new ArrayList<>();
      all().forEach(one -> contribute(level.of(one.profile()), one.stays(), changes));
      boolean lived = books.lived().contains(level.metric());
      return (lived ? Steps.knownSince(justBefore(books.before()) - 1) : Steps.NONE).plus(changes);
    }

    /** Ids of the Goods there at a time, of one category, but for one, at most {@code most}, sorted. */
    List<String> others(String category, long time, String except, int most) {
      return carriers.computeIfAbsent(category, Carriers::new).hereAt(time, except, most);
    }

    /** The Goods of a category in the order of their ids: many are asked who was with them, each at another time. */
    private final class Carriers {
      private final String category;
      private List<GoodsHere> sorted = List.of();
      private long since = Long.MAX_VALUE;

      Carriers(String category) {
        this.category = category;
      }

      List<String> hereAt(long time, String except, int most) {
        reachBackTo(time);
        return sorted.stream()
            .filter(one -> one.isHereAt(time) && !one.goods().equals(except))
            .limit(most)
            .map(GoodsHere::goods)
            .toList();
      }

      /** Each time twice as far, so that it is seldom done anew. */
      private void reachBackTo(long time) {
        if (time < since) {
          since = since == Long.MAX_VALUE ? time : time - Math.min(since - time, Math.max(0, time));
          sorted =
              View.this.since(since)
                  .filter(one -> one.profile().categories().contains(category))
                  .sorted(Comparator.comparing(GoodsHere::goods))
                  .toList();
        }
      }
    }
  }
}
