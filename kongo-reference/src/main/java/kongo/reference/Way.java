package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.registry.PlaceType;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;

/**
 * One Goods on its way: what its expiries, misplacements and wrong ways follow from.
 *
 * @param latestMove time of its last move
 */
record Way(String goods, Profiles profiles, long latestMove, Itinerary itinerary) {

  /** A part of a presence in which the Goods is expired. */
  private record Expired(List<Stay> presence, long from, long to) {}

  /** @param settle of the rule book in force at a time, milliseconds */
  static Way of(String goods, Profiles profiles, Set<Move> moves, LongUnaryOperator settle) {
    long latestMove = moves.stream().mapToLong(Move::time).max().orElseThrow();
    return new Way(goods, profiles, latestMove, Itinerary.of(moves, settle));
  }

  Stream<Visit> visits() {
    return itinerary.stays().stream().map(stay -> new Visit(goods, profiles, stay));
  }

  /** Where its own loggers are: at itself, for each of its presences. */
  Stream<Visit> visitsAtItself() {
    return itinerary.presences().stream()
        .map(presence -> new Stay(goods, PlaceType.GOODS, presence.get(0).from(), lastOf(presence).to()))
        .map(stay -> new Visit(goods, profiles, stay));
  }

  Stream<Violation> misplacements(Books books) {
    return itinerary.misplaced().stream().map(move -> misplacement(move, books.at(move.time()).builtIn().misplaced()));
  }

  private Violation misplacement(Move move, Severity severity) {
    String named = move.type() == MoveType.RECEIVE ? move.warehouse() : move.source();
    return ofGoods(Kind.MISPLACED, severity, Status.CLOSED, "misplaced", named, named, null, move.time(), move.time());
  }

  /** The stays in warehouses that are not on its route. A place is what the move that led there named it as. */
  Stream<Violation> misroutings(Books books) {
    return itinerary.stays().stream()
        .filter(stay -> stay.namedAs() == PlaceType.WAREHOUSE && isOffRoute(stay))
        .map(stay -> misrouting(stay, books.at(stay.from()).builtIn().misrouted()));
  }

  /** The route is that of the profile in force at the beginning. */
  private boolean isOffRoute(Stay stay) {
    List<String> route = profiles.goodsAt(stay.from()).route();
    return !route.isEmpty() && !route.contains(stay.location());
  }

  private Violation misrouting(Stay stay, Severity severity) {
    boolean lasts = stay.to() == Stay.OPEN;
    return ofGoods(
        Kind.MISROUTED, severity, lasts ? Status.OPEN : Status.CLOSED, "misrouted", stay.location(), stay.location(), stay.from(),
        stay.from(), lasts ? null : stay.to());
  }

  /** Given the clock of each Location. */
  Stream<Violation> expiries(ToLongFunction<String> clock, Books books) {
    return itinerary.presences().stream()
        .flatMap(presence -> expired(presence).stream())
        .filter(part -> isProven(part.presence(), part.from(), clock))
        .map(part -> expiry(part, clock, books.at(part.from()).builtIn().expired().severity()));
  }

  /** The maximal parts of a presence in which the profile in force says that the Goods is expired. */
  private List<Expired> expired(List<Stay> presence) {
    long begin = presence.get(0).from();
    long end = lastOf(presence).to();
    SortedSet<Long> bounds = new TreeSet<>(profiles.changesBetween(begin, end));
    bounds.addAll(List.of(begin, end));
    List<Expired> parts = new ArrayList<>();
    long from = begin;
    for (long to : bounds.tailSet(begin + 1)) {
      addExpired(parts, presence, Math.max(from, profiles.goodsAt(from).useBy()), to);
      from = to;
    }
    return parts;
  }

  private static void addExpired(List<Expired> parts, List<Stay> presence, long from, long to) {
    if (from >= to) {
      return;
    }
    boolean goesOn = !parts.isEmpty() && lastOf(parts).to() == from;
    parts.add(new Expired(presence, goesOn ? parts.remove(parts.size() - 1).from() : from, to));
  }

  /** Whether time has provably come so far. */
  private boolean isProven(List<Stay> presence, long time, ToLongFunction<String> clock) {
    return latestMove >= time || clock.applyAsLong(lastOf(presence).location()) >= time;
  }

  private Violation expiry(Expired part, ToLongFunction<String> clock, Severity severity) {
    List<Stay> presence = part.presence();
    Stay stay = lastOf(presence.stream().filter(s -> s.from() <= part.from()).toList());
    boolean hasEnded = part.to() != Stay.OPEN && isProven(presence, part.to(), clock);
    Status status = hasEnded ? Status.CLOSED : Status.OPEN;
    return ofGoods(
        Kind.EXPIRED, severity, status, "expired", "", stay.location(), stay.from(), part.from(), hasEnded ? part.to() : null);
  }

  private Violation ofGoods(
      Kind kind, Severity severity, Status status, String rule, String namedInId, String location, Long stay, long from, Long to) {
    String id = Ids.of(goods, rule, namedInId.isEmpty() ? "-" : namedInId, "", from);
    return new Violation(
        id, status, kind, severity, rule, goods, location, null, "", stay, from, to, null, null, null, List.of());
  }

  private static <T> T lastOf(List<T> list) {
    return list.get(list.size() - 1);
  }
}
