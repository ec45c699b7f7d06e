package kongo.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kongo.goods.Opening;
import kongo.reference.FinalSet;
import kongo.reference.PlaceByPlace;
import kongo.registry.Timeline;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.verify.Ticker;

/**
 * Rebuilds all violations from the journals alone, with the reference. In memory are what Goods did, the violations,
 * and the readings of as many Locations as there are processors.
 */
public final class Replay {

  private static final int GOODS_AT_ONCE = 8;

  private final Rows journal;
  private final List<RuleHistory> books;
  private final Ticker ticker;
  /** By what the books say of how long Goods settle: where they were depends on that. */
  private final Map<Timeline<Long>, PlaceByPlace> references = new HashMap<>();
  private final List<FinalSet> found;
  private final AtomicLong readings = new AtomicLong();
  /** Of the Goods that have folded moves: up to when. */
  private final Map<String, Long> folded = new ConcurrentHashMap<>();

  private final AtomicLong completeFrom = new AtomicLong(Replayed.ALL);

  private Replay(Rows journal, List<RuleHistory> books, Duration kept, Ticker ticker) {
    this.journal = journal;
    this.books = books;
    this.books.forEach(history ->
        references.computeIfAbsent(PlaceByPlace.settling(history), settle -> new PlaceByPlace(settle, kept)));
    this.ticker = ticker;
    this.found = books.stream().map(book -> new FinalSet()).toList();
  }

  /**
   * @param books the rule books to judge by: each history is a law of its own
   * @param kept how long before its newest event the books of a Goods and of a Location are kept open
   * @param progress takes a line now and then
   */
  public static Replayed byHistories(Journal journal, List<RuleHistory> books, Duration kept, Consumer<String> progress) {
    return ofHistories(journal, books, kept, progress);
  }

  /** The same of books that each hold since ever. */
  public static Replayed run(Journal journal, List<RuleBook> books, Duration kept, Consumer<String> progress) {
    return of(journal, books, kept, progress);
  }

  static Replayed of(Rows journal, List<RuleBook> books, Duration kept, Consumer<String> progress) {
    return ofHistories(journal, books.stream().map(RuleHistory::of).toList(), kept, progress);
  }

  private static Replayed ofHistories(Rows journal, List<RuleHistory> books, Duration kept, Consumer<String> progress) {
    return new Replay(journal, books, kept, new Ticker(progress)).run();
  }

  private Replayed run() {
    long begin = System.nanoTime();
    ticker.say(() -> "looking for journals");
    List<JournalId> ids = journal.ids();
    List<JournalId> goods = ids.stream().filter(id -> id.type().equals(JournalId.GOODS)).toList();
    List<JournalId> locations = ids.stream().filter(id -> id.type().equals(JournalId.LOCATION)).toList();
    try (JournalScan scan = new JournalScan(journal)) {
      scan.run(goods, GOODS_AT_ONCE, this::goodsReader,
          read -> ticker.say(() -> "%,d of %,d ids of Goods and places".formatted(read, goods.size())));
      scan.run(locations, Runtime.getRuntime().availableProcessors(), id -> locationReader(id, scan.faults()),
          read -> ticker.say(() -> "%,d of %,d Locations, %,d readings".formatted(read, locations.size(), readings.get())));
      judgeTheRest(locations);
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      return new Replayed(
          found.stream().map(FinalSet::byId).toList(), goods.size(), locations.size(), readings.get(), scan.volume().rows(), scan.faults(),
          completeFrom.get(), reference(books.get(0)).horizons(), time);
    }
  }

  private PlaceByPlace reference(RuleHistory history) {
    return references.get(PlaceByPlace.settling(history));
  }

  private EntityReader goodsReader(JournalId id) {
    return new GoodsReader(goods -> {
      completeFrom.accumulateAndGet(goods.completeFrom(), Math::max);
      if (goods.completeFrom() != Opening.NEVER) {
        folded.put(id.entity(), goods.completeFrom());
      }
      synchronized (references) {
        references.values().forEach(reference -> reference.tell(id.entity(), goods.profiles(), goods.moves()));
      }
    });
  }

  private EntityReader locationReader(JournalId id, JournalFaults faults) {
    return new LocationReader(location -> {
      readings.addAndGet(location.readings());
      completeFrom.accumulateAndGet(location.completeFrom(), Math::max);
      if (location.unnamed() > 0) {
        faults.gaps().add("%s: %d readings of a series whose beginning is missing".formatted(id.persistenceId(), location.unnamed()));
      }
      judge(id.entity(), location);
    });
  }

  private void judge(String location, LocationReader known) {
    long clock = known.clock(id -> folded.getOrDefault(id, Opening.NEVER));
    for (int i = 0; i < books.size(); i++) {
      var excursions = reference(books.get(i)).excursions(books.get(i), location, known.measured(), clock, known.namesGoods());
      synchronized (found) {
        found.get(i).addAll(excursions);
      }
    }
  }

  private void judgeTheRest(List<JournalId> locations) {
    for (int i = 0; i < books.size(); i++) {
      PlaceByPlace reference = reference(books.get(i));
      Set<String> left = new HashSet<>(reference.visited());
      locations.forEach(id -> left.remove(id.entity()));
      for (String location : left) {
        found.get(i).addAll(reference.excursions(books.get(i), location, Map.of(), PlaceByPlace.NOTHING));
      }
      found.get(i).addAll(reference.ofGoods(books.get(i)));
    }
  }
}
