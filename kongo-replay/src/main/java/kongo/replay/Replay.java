package kongo.replay;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kongo.reference.FinalSet;
import kongo.reference.PlaceByPlace;
import kongo.rules.RuleBook;

/**
 * Rebuilds all violations from the journals alone, with the reference. In memory are what Goods did, the violations,
 * and the readings of as many Locations as there are processors.
 */
public final class Replay {

  private static final int GOODS_AT_ONCE = 8;

  private final Rows journal;
  private final List<RuleBook> books;
  private final Ticker ticker;
  private final PlaceByPlace reference;
  private final List<FinalSet> found;
  private final AtomicLong readings = new AtomicLong();

  private final AtomicLong completeFrom = new AtomicLong(Replayed.ALL);

  private Replay(Rows journal, List<RuleBook> books, Duration kept, Ticker ticker) {
    this.journal = journal;
    this.reference = new PlaceByPlace(kept);
    this.books = books;
    this.ticker = ticker;
    this.found = books.stream().map(book -> new FinalSet()).toList();
  }

  /**
   * @param books the rule books to judge by
   * @param kept how long before its newest event the books of a Goods and of a Location are kept open
   * @param progress takes a line now and then
   */
  public static Replayed run(Journal journal, List<RuleBook> books, Duration kept, Consumer<String> progress) {
    return of(journal, books, kept, progress);
  }

  static Replayed of(Rows journal, List<RuleBook> books, Duration kept, Consumer<String> progress) {
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
          completeFrom.get(), reference.horizons(), time);
    }
  }

  private EntityReader goodsReader(JournalId id) {
    return new GoodsReader(goods -> {
      completeFrom.accumulateAndGet(goods.completeFrom(), Math::max);
      synchronized (reference) {
        reference.tell(id.entity(), goods.last(), goods.moves());
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
    for (int i = 0; i < books.size(); i++) {
      var excursions = reference.excursions(books.get(i), location, known.measured());
      synchronized (found) {
        found.get(i).addAll(excursions);
      }
    }
  }

  private void judgeTheRest(List<JournalId> locations) {
    Set<String> left = new HashSet<>(reference.visited());
    locations.forEach(id -> left.remove(id.entity()));
    for (int i = 0; i < books.size(); i++) {
      for (String location : left) {
        found.get(i).addAll(reference.excursions(books.get(i), location, Map.of()));
      }
      found.get(i).addAll(reference.ofGoods());
    }
  }
}
