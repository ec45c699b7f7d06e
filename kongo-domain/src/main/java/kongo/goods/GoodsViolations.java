package kongo.goods;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import kongo.violation.ViolationId;

/** The violations that a Goods itself answers for: misplacements, stays off its route, and expiries. */
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
        .forEach(move -> add(found, misplaced(goods, facts.law(), move)));
    Trail<Stay> stays = facts.itinerary().stays();
    int first = stays.firstThat(stay -> stay.to() >= time);
    stays.from(first).stream()
        .filter(stay -> isOff(route(facts, stay), stay))
        .forEach(stay -> add(found, misrouted(goods, facts.law(), stay)));
    long expires = facts.expired().beginningOfFirstBeyond(time);
    if (expires != ExpiredParts.NONE_AFTER) {
      forEachPresence(
          stays.from(beginning(stays, first, expires)), presence -> addExpiries(found, goods, facts, facts.whole(presence), time));
    }
    return found;
  }

  /** Where the presence begins that this stay belongs to, or a stay of it that began before the Goods expired. */
  private static int beginning(List<Stay> stays, int position, long expires) {
    int i = position;
    while (i > 0 && i < stays.size() && stays.get(i).from() > expires && stays.get(i - 1).to() == stays.get(i).from()) {
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

  private static Violation misplaced(String goods, GoodsLaw law, Move move) {
    String source = move.type() == MoveType.RECEIVE ? move.warehouse() : move.source();
    String id = ViolationId.of(goods, "misplaced", source, "", move.time());
    return plain(id, Status.CLOSED, Kind.MISPLACED, law.at(move.time()).builtIn().misplaced(), "misplaced", goods, source, null, move.time(), move.time());
  }

  /** What the registry says of the place is not known here: it is what the move named it as. */
  private static boolean isOff(List<String> route, Stay stay) {
    return !route.equals(GoodsProfile.ANYWHERE) && stay.namedAs() == PlaceType.WAREHOUSE && !route.contains(stay.location());
  }

  /** Of the profile in force when the stay began. */
  private static List<String> route(GoodsFacts facts, Stay stay) {
    return facts.profile().at(stay.from()).map(GoodsProfile::route).orElse(GoodsProfile.ANYWHERE);
  }

  private static Violation misrouted(String goods, GoodsLaw law, Stay stay) {
    Status status = stay.isOpen() ? Status.OPEN : Status.CLOSED;
    Long to = stay.isOpen() ? null : Long.valueOf(stay.to());
    String id = ViolationId.of(goods, "misrouted", stay.location(), "", stay.from());
    return plain(id, status, Kind.MISROUTED, law.at(stay.from()).builtIn().misrouted(), "misrouted", goods, stay.location(), stay.from(), stay.from(), to);
  }

  /** Those parts of its presence in which it is expired and which reach beyond a time. */
  private static void addExpiries(
      Map<String, Violation> found, String goods, GoodsFacts facts, List<Stay> presence, long time) {
    Stay last = presence.get(presence.size() - 1);
    long proven = last.isOpen() ? facts.provenAt(last.location()) : Stay.OPEN;
    for (ExpiredParts.Part part : facts.expired().parts()) {
      long from = Math.max(part.from(), presence.get(0).from());
      long to = part.to() <= proven ? Math.min(part.to(), last.to()) : last.to();
      if (part.to() > time && from < to && from <= proven && to >= facts.opening().before()) {
        add(found, expired(goods, facts.law(), presence, from, to));
      }
    }
  }

  private static Violation expired(String goods, GoodsLaw law, List<Stay> presence, long from, long to) {
    Stay at = presence.stream().filter(stay -> stay.from() <= from).reduce((a, b) -> b).orElseThrow();
    boolean lasts = to == Stay.OPEN;
    String id = ViolationId.of(goods, "expired", "", "", from);
    return plain(
        id, lasts ? Status.OPEN : Status.CLOSED, Kind.EXPIRED, law.at(from).builtIn().expired().severity(), "expired", goods, at.location(),
        at.from(), from, lasts ? null : Long.valueOf(to));
  }

  private static Violation plain(
      String id, Status status, Kind kind, Severity severity, String rule, String goods, String location, Long stay, long from, Long to) {
    return new Violation(
        id, status, kind, severity, rule, goods, location, null, "", stay, from, to, null, null, null, List.of());
  }
}
