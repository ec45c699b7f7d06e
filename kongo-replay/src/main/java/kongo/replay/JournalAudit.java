package kongo.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kongo.goods.Stay;
import kongo.location.GoodsHere;
import kongo.location.LocationEvent.GoodsSeen;

/**
 * Looks for what must never be in the journals: sequence numbers that are missing or were written twice, events that
 * cannot be read, and Goods that, as the Locations know them, were in two places at a time. The last needs rest.
 */
public final class JournalAudit {

  private static final int ENTITIES_AT_ONCE = 8;

  private final Map<String, List<Stay>> stays = new TreeMap<>();

  JournalAudit() {}

  /** @param progress takes a line now and then */
  public static AuditReport run(Journal journal, Consumer<String> progress) {
    JournalAudit audit = new JournalAudit();
    Ticker ticker = new Ticker(progress);
    List<JournalId> ids = journal.ids();
    try (JournalScan scan = new JournalScan(journal)) {
      scan.run(ids, ENTITIES_AT_ONCE, audit::reader,
          read -> ticker.say(() -> "audited %,d of %,d journals".formatted(read, ids.size())));
      return audit.report(ids.size(), scan);
    }
  }

  AuditReport report(long journals, JournalScan scan) {
    return new AuditReport(journals, scan.volume(), scan.faults(), twoPlaces());
  }

  /** Takes what one entity journaled. */
  EntityReader reader(JournalId id) {
    Map<String, GoodsHere> known = new HashMap<>();
    return new EntityReader() {
      @Override
      public void event(long sequenceNr, Object event) {
        if (event instanceof GoodsSeen seen) {
          seen.goods().forEach(
              word -> known.merge(
                  word.goods(), GoodsHere.unknown(word.goods()).hearing(word), (before, first) -> before.hearing(word)));
        }
      }

      @Override
      public void end() {
        addStays(known);
      }
    };
  }

  private synchronized void addStays(Map<String, GoodsHere> known) {
    known.forEach((goods, at) -> stays.computeIfAbsent(goods, g -> new ArrayList<>(2)).addAll(at.stays()));
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
