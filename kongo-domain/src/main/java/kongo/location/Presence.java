package kongo.location;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import kongo.location.Level.Amount;

/** Who is at a Location when, as its Goods say, and what follows from that; as it is and as before the last event. */
final class Presence {

  /** Where more than so many have left it is not looked at each of them. */
  private static final int MOST_LOOKED_AT = 100;

  private final String location;
  private final Map<String, GoodsHere> goods = new HashMap<>();
  /** A Location knows many more Goods than are there: most left long ago, and nothing new concerns them. */
  private final TreeMap<Moment, GoodsHere> byLeaving = new TreeMap<>(Moment.ORDER);
  /** Those that are here, by when they came. */
  private final TreeMap<Moment, GoodsHere> byComing = new TreeMap<>(Moment.ORDER);
  /** Those that become something else while they are here, by when. */
  private final TreeMap<Moment, GoodsHere> byChanging = new TreeMap<>(Moment.ORDER);
  private final Map<String, Before> replaced = new TreeMap<>();
  private Map<Level, Steps> stepsBefore = new HashMap<>();
  private Map<Level, Steps> stepsAfter = new HashMap<>();
  private Books books;
  private long newestStay;
  private long latestOfForgotten;

  /**
   * @param location which may be a Goods' own
   * @param newestStay latest beginning or end of a stay, {@link Books#NEVER} without one
   * @param latestOfForgotten the same of those that were forgotten when books were closed
   */
  Presence(String location, List<GoodsHere> known, Books books, long newestStay, long latestOfForgotten) {
    this.location = location;
    known.forEach(this::put);
    this.books = books;
    this.newestStay = newestStay;
    this.latestOfForgotten = latestOfForgotten;
  }

  /** The end of a Goods' last stay, or its beginning. */
  private record Moment(long time, String goods) {
    static final Comparator<Moment> ORDER = Comparator.comparingLong(Moment::time).thenComparing(Moment::goods);
    /** Before all that are here. */
    static final Moment NOT_YET = new Moment(Stay.OPEN, "");

    static Moment ofLeaving(GoodsHere goods) {
      return new Moment(goods.lastTime(), goods.goods());
    }

    /** Of one that is here. */
    static Moment ofComing(GoodsHere goods) {
      return new Moment(goods.latestBound(), goods.goods());
    }

    /** Before all that are later. */
    static Moment justAfter(long time) {
      return new Moment(Times.plus(time, 1), "");
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
    old.ifPresent(this::remove);
    byLeaving.put(Moment.ofLeaving(now), now);
    if (now.isHere()) {
      byComing.put(Moment.ofComing(now), now);
    }
    changes(now).forEach(moment -> byChanging.put(moment, now));
  }

  private static List<Moment> changes(GoodsHere one) {
    return one.profile().parts().size() == 1
        ? List.of()
        : one.changesHere().stream().map(time -> new Moment(time, one.goods())).toList();
  }

  private void remove(GoodsHere one) {
    byLeaving.remove(Moment.ofLeaving(one));
    if (one.isHere()) {
      byComing.remove(Moment.ofComing(one));
    }
    changes(one).forEach(byChanging::remove);
  }

  /**
   * The latest beginning or end of a stay as they are known now, or were when they were forgotten; {@link Books#NEVER}
   * without one. It goes back when a stay is corrected.
   */
  long latestBound() {
    Moment last = byLeaving.lowerKey(Moment.NOT_YET);
    long left = last == null ? Books.NEVER : last.time();
    long came = byComing.isEmpty() ? Books.NEVER : byComing.lastKey().time();
    return Math.max(Math.max(left, came), latestOfForgotten);
  }

  /** Those that are here and came after {@code after}, up to {@code upTo}. */
  Collection<GoodsHere> cameWithin(long after, long upTo) {
    return after >= upTo ? List.of() : byComing.subMap(Moment.justAfter(after), true, Moment.justAfter(upTo), false).values();
  }

  /**
   * When the first stay after this time begins of anyone who is here or has left since; that time where more than a few have
   * left, {@link Long#MAX_VALUE} if none does.
   */
  long nextBegin(long after) {
    Collection<GoodsHere> left = byLeaving.subMap(Moment.justAfter(after), true, Moment.NOT_YET, false).values();
    long next = nextComing(after);
    int looked = 0;
    for (GoodsHere one : left) {
      if (++looked > MOST_LOOKED_AT) {
        return after;
      }
      next = Math.min(next, nextBegin(one, after));
    }
    return next;
  }

  private static long nextBegin(GoodsHere one, long after) {
    return one.staysFrom(after).stream().mapToLong(Stay::from).filter(from -> from > after).min().orElse(Long.MAX_VALUE);
  }

  /** When the first of those that are here came after this time, {@link Long#MAX_VALUE} if none did. */
  long nextComing(long after) {
    Moment next = byComing.ceilingKey(Moment.justAfter(after));
    return next == null ? Long.MAX_VALUE : next.time();
  }

  /** Those that become something else while they are here, after {@code after} and up to {@code upTo}. */
  Set<GoodsHere> changingWithin(long after, long upTo) {
    return after >= upTo || byChanging.isEmpty()
        ? Set.of()
        : new LinkedHashSet<>(byChanging.subMap(Moment.justAfter(after), true, Moment.justAfter(upTo), false).values());
  }

  /** Whether there are any, or were before the last event. */
  boolean anyoneChanges() {
    return !byChanging.isEmpty() || !replaced.isEmpty() && replaced.values().stream().anyMatch(before -> before.known().filter(one -> !changes(one).isEmpty()).isPresent());
  }

  /** When the first does so after this time, {@link Long#MAX_VALUE} if none does. */
  long nextChanging(long after) {
    Moment next = byChanging.ceilingKey(Moment.justAfter(after));
    return next == null ? Long.MAX_VALUE : next.time();
  }

  long latestOfForgotten() {
    return latestOfForgotten;
  }

  /** The Goods whose own place it is, or whose might be, if that has said what it is. */
  Optional<GoodsHere> own() {
    return Optional.ofNullable(goods.get(location));
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

  /** Whether it speaks of nothing that is kept; what the place itself is stays known. */
  private boolean isOver(GoodsAt word) {
    return !word.goods().equals(location) && word.earlierTo() < books.before() && word.stays().stream().allMatch(stay -> stay.to() < books.before());
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
        byLeaving.headMap(new Moment(before, ""), false).values().stream().filter(this::mayGo).toList();
    for (GoodsHere one : gone) {
      goods.remove(one.goods());
      remove(one);
      latestOfForgotten = Math.max(latestOfForgotten, one.latestBound());
    }
    keepSteps(levels);
  }

  /** As they would be if they were derived anew from who is kept: where nothing lies before the books, they are the same. */
  private void keepSteps(List<Level> levels) {
    stepsAfter.keySet().retainAll(books.lived().isEmpty() ? levels : List.of());
    stepsBefore = stepsAfter;
  }

  private boolean mayGo(GoodsHere one) {
    return one.isComplete() && !one.goods().equals(location);
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
    GoodsHere heard = known(word).hearing(word);
    put(heard.since(books.before()));
    latestOfForgotten = Math.max(latestOfForgotten, heard.lastEndBefore(books.before()));
    word.stays().forEach(this::newest);
  }

  private void newest(Stay stay) {
    newestStay = Math.max(newestStay, stay.isOpen() ? stay.from() : stay.to());
  }

  /** Whether the last event was about any Goods. */
  boolean hasLatest() {
    return !replaced.isEmpty();
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
    List<Amount> was = before.known().map(level::over).orElse(Amount.NOTHING);
    List<Amount> is = level.over(now);
    long from = was.equals(is) ? before.from() : Long.MIN_VALUE;
    before.known().ifPresent(old -> contribute(-1, was, old.staysFrom(from), changes));
    contribute(1, is, now.staysFrom(from), changes);
  }

  private void contribute(int sign, List<Amount> amounts, List<Stay> stays, List<Steps.Change> changes) {
    for (int i = 0; i < amounts.size(); i++) {
      long to = i + 1 < amounts.size() ? amounts.get(i + 1).from() : Stay.OPEN;
      contribute(sign * amounts.get(i).amount(), amounts.get(i).from(), to, stays, changes);
    }
  }

  /** Who was there when the books were closed counts from just before; of an earlier time nothing is asked. */
  private void contribute(long amount, long from, long to, List<Stay> stays, List<Steps.Change> changes) {
    for (Stay stay : stays) {
      long begin = Math.max(stay.from(), from);
      long end = Math.min(stay.to(), to);
      if (amount != 0 && begin < end && end >= books.before()) {
        changes.add(new Steps.Change(Math.max(begin, justBefore(books.before())), amount));
        changes.add(new Steps.Change(end, -amount));
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
      Stream<GoodsHere> now = byLeaving.tailMap(new Moment(time, ""), true).values().stream();
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

    /** The same without what one Goods adds. */
    Steps stepsOfOthers(Level level, GoodsHere one) {
      List<Steps.Change> changes = new ArrayList<>();
      contribute(-1, level.over(one), one.stays(), changes);
      return steps(level).plus(changes);
    }

    private Steps derive(Level level) {
      List<Steps.Change> changes = new ArrayList<>();
      all().forEach(one -> contribute(1, level.over(one), one.stays(), changes));
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
            .filter(one -> one.isHereAt(time) && one.profileAt(time).categories().contains(category) && !one.goods().equals(except))
            .limit(most)
            .map(GoodsHere::goods)
            .toList();
      }

      private boolean isEver(GoodsHere one) {
        return !one.isAtItself() && one.profile().parts().stream().anyMatch(part -> part.value().isPresent() && part.value().get().categories().contains(category));
      }

      /** Each time twice as far, so that it is seldom done anew. */
      private void reachBackTo(long time) {
        if (time < since) {
          since = since == Long.MAX_VALUE ? time : time - Math.min(since - time, Math.max(0, time));
          sorted =
              View.this.since(since)
                  .filter(this::isEver)
                  .sorted(Comparator.comparing(GoodsHere::goods))
                  .toList();
        }
      }
    }
  }
}
