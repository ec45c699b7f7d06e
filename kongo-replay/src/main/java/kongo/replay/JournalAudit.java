package kongo.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kongo.goods.Stay;
import kongo.location.GoodsHere;
import kongo.location.LocationEvent.GoodsSeen;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.LocationSnapshot;
import kongo.verify.Ticker;

/**
 * Looks for what must never be in the journals: sequence numbers that are missing or were written twice, events that
 * cannot be read, and Goods that, as the Locations know them, were in two places at a time. The last needs rest, and
 * stays that ended before the horizon of their Location are left out: it does not hear of them any more. So is where a Goods
 * is at itself, which it is wherever it is.
 */
public final class JournalAudit {

  private static final int ENTITIES_AT_ONCE = 8;
  private static final long NOTHING = Long.MIN_VALUE;
  private static final Duration EVER = Duration.ofDays(36_500);

  private final Map<String, List<Stay>> stays = new TreeMap<>();
  private final long keptMillis;
  private long closed;

  /** @param retention how long before its newest event a Location keeps what ended at least */
  JournalAudit(Duration retention) {
    this.keptMillis = retention.toMillis();
  }

  /** @param progress takes a line now and then */
  public static AuditReport run(Journal journal, Consumer<String> progress) {
    JournalAudit audit = new JournalAudit(journal.retention().orElse(EVER));
    Ticker ticker = new Ticker(progress);
    List<JournalId> ids = journal.ids();
    try (JournalScan scan = new JournalScan(journal)) {
      scan.run(ids, ENTITIES_AT_ONCE, audit::reader,
          read -> ticker.say(() -> "audited %,d of %,d journals".formatted(read, ids.size())));
      return audit.report(ids.size(), scan);
    }
  }

  AuditReport report(long journals, JournalScan scan) {
    return new AuditReport(journals, scan.volume(), scan.faults(), twoPlaces(), closed);
  }

  /** Takes what one entity journaled. */
  EntityReader reader(JournalId id) {
    Map<String, GoodsHere> known = new HashMap<>();
    return new EntityReader() {
      private long newest = NOTHING;
      private long last;

      @Override
      public void begin(long sequenceNr, Object snapshot) {
        last = sequenceNr;
        if (snapshot instanceof LocationSnapshot location) {
          newest = location.newest();
          location.goods().forEach(goods -> known.put(goods.goods(), goods));
        }
      }

      @Override
      public void event(long sequenceNr, Object event) {
        if (event instanceof ReadingsAccepted readings) {
          newest = IntStream.range(0, readings.size()).mapToLong(readings::time).reduce(newest, Math::max);
        }
        if (sequenceNr > last && event instanceof GoodsSeen seen) {
          seen.goods().forEach(
              word -> known.merge(
                  word.goods(), GoodsHere.unknown(word.goods()).hearing(word), (before, first) -> before.hearing(word)));
        }
      }

      @Override
      public void end() {
        addStays(known, horizon(newest, known));
      }
    };
  }

  /**
   * The Location has closed its books nowhere later than here. Readings may lag behind the moves that tell of time, by as
   * much as is kept.
   */
  private long horizon(long newestReading, Map<String, GoodsHere> known) {
    long newestStay =
        known.values().stream().flatMap(at -> at.stays().stream()).mapToLong(stay -> stay.isOpen() ? stay.from() : stay.to())
            .reduce(NOTHING, Math::max);
    return kept(Math.max(newestReading, kept(newestStay)));
  }

  private long kept(long time) {
    return time < NOTHING + keptMillis ? NOTHING : time - keptMillis;
  }

  private synchronized void addStays(Map<String, GoodsHere> known, long horizon) {
    known.forEach((goods, at) -> at.stays().stream().filter(stay -> !stay.location().equals(goods)).forEach(stay -> {
      if (stay.to() < horizon) {
        closed++;
      } else {
        stays.computeIfAbsent(goods, g -> new ArrayList<>(2)).add(stay);
      }
    }));
  }

  /** Stays that are left out. */
  long closed() {
    return closed;
  }

  Findings twoPlaces() {
    Findings found = new Findings();
    stays.forEach((goods, all) -> findOverlaps(goods, all, found));
    return found;
  }

  private static void findOverlaps(String goods, List<Stay> all, Findings found) {
    List<Stay> sorted = all.stream().sorted(Comparator.comparingLong(Stay::from).thenComparing(Stay::location)).toList();
    Stay longest = null;
    for (Stay stay : sorted) {
      if (longest != null && stay.from() < longest.to()) {
        found.add("%s at %s from %d and at %s until %s".formatted(
            goods, stay.location(), stay.from(), longest.location(), longest.isOpen() ? "now" : longest.to()));
      }
      longest = longest == null || stay.to() > longest.to() ? stay : longest;
    }
  }
}
