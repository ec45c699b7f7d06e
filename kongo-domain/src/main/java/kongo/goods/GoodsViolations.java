package kongo.goods;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kongo.registry.GoodsProfile;
import kongo.violation.Kind;
import kongo.violation.Status;
import kongo.violation.Violation;

/** The violations that a Goods itself answers for: misplacements and expiries. */
final class GoodsViolations {

  private GoodsViolations() {}

  /** By id, RETRACTED ones not among them. */
  static Map<String, Violation> of(String goods, GoodsFacts facts) {
    return since(Long.MIN_VALUE, goods, facts);
  }

  /** Those that depend on where the Goods was at this time or later. */
  static Map<String, Violation> since(long time, String goods, GoodsFacts facts) {
    Map<String, Violation> found = new TreeMap<>();
    Trail<Move> misplacements = facts.itinerary().misplacements();
    misplacements.from(misplacements.firstThat(move -> move.time() >= time))
        .forEach(move -> add(found, misplaced(goods, move)));
    long useBy = facts.profile().useBy();
    if (useBy != GoodsProfile.NEVER) {
      Trail<Stay> stays = facts.itinerary().stays();
      int first = stays.firstThat(stay -> stay.to() >= time);
      forEachPresence(
          stays.from(beginning(stays, first, useBy)), presence -> addExpiry(found, goods, facts, facts.whole(presence)));
    }
    return found;
  }

  /** Where the presence begins that this stay belongs to, or a stay of it that began before the use-by time. */
  private static int beginning(List<Stay> stays, int position, long useBy) {
    int i = position;
    while (i > 0 && i < stays.size() && stays.get(i).from() > useBy && stays.get(i - 1).to() == stays.get(i).from()) {
      i--;
    }
    return i;
  }

  /** Consecutive stays without a gap, as lists that are never empty. */
  private static void forEachPresence(List<Stay> stays, Consumer<List<Stay>> found) {
    int start = 0;
    for (int i = 1; i <= stays.size(); i++) {
      if (i == stays.size() || stays.get(i).from() != stays.get(i - 1).to()) {
        found.accept(stays.subList(start, i));
        start = i;
      }
    }
  }

  private static void add(Map<String, Violation> found, Violation violation) {
    found.put(violation.id(), violation);
  }

  private static Violation misplaced(String goods, Move move) {
    String source = move.type() == MoveType.RECEIVE ? move.warehouse() : move.source();
    String id = goods + "/misplaced/" + source + "/-/" + move.time();
    return plain(id, Status.CLOSED, Kind.MISPLACED, "misplaced", goods, source, null, move.time(), move.time());
  }

  private static void addExpiry(Map<String, Violation> found, String goods, GoodsFacts facts, List<Stay> presence) {
    long useBy = facts.profile().useBy();
    Stay last = presence.get(presence.size() - 1);
    boolean expired = last.isOpen() ? facts.provesTime(useBy, last.location()) : last.to() > useBy;
    if (expired) {
      long from = Math.max(useBy, presence.get(0).from());
      add(found, expired(goods, presence, from, last));
    }
  }

  private static Violation expired(String goods, List<Stay> presence, long from, Stay last) {
    Stay at = presence.stream().filter(stay -> stay.from() <= from).reduce((a, b) -> b).orElseThrow();
    Status status = last.isOpen() ? Status.OPEN : Status.CLOSED;
    Long to = last.isOpen() ? null : Long.valueOf(last.to());
    String id = goods + "/expired/-/-/" + from;
    return plain(id, status, Kind.EXPIRED, "expired", goods, at.location(), at.from(), from, to);
  }

  private static Violation plain(
      String id, Status status, Kind kind, String rule, String goods, String location, Long stay, long from, Long to) {
    return new Violation(
        id, status, kind, rule, goods, location, null, "", stay, from, to, null, null, null, List.of());
  }
}
