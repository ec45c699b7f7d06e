package kongo.reference;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.registry.GoodsProfile;
import kongo.violation.Kind;
import kongo.violation.Status;
import kongo.violation.Violation;

/**
 * One Goods on its way: what its expiries and misplacements follow from.
 *
 * @param latestMove time of its last move
 */
record Way(String goods, GoodsProfile profile, long latestMove, Itinerary itinerary) {

  static Way of(String goods, GoodsProfile profile, Set<Move> moves) {
    long latestMove = moves.stream().mapToLong(Move::time).max().orElseThrow();
    return new Way(goods, profile, latestMove, Itinerary.of(moves));
  }

  Stream<Visit> visits() {
    return itinerary.stays().stream().map(stay -> new Visit(goods, profile, stay));
  }

  Stream<Violation> misplacements() {
    return itinerary.misplaced().stream().map(this::misplacement);
  }

  private Violation misplacement(Move move) {
    String named = move.type() == MoveType.RECEIVE ? move.warehouse() : move.source();
    return ofGoods(Kind.MISPLACED, Status.CLOSED, "misplaced", named, named, null, move.time(), move.time());
  }

  /** Given the time of the newest reading at each Location. */
  Stream<Violation> expiries(ToLongFunction<String> newestReading) {
    return itinerary.presences().stream()
        .filter(presence -> lastOf(presence).to() > profile.useBy() && isProven(presence, newestReading))
        .map(this::expiry);
  }

  /** Whether time has provably come to the use-by time. */
  private boolean isProven(List<Stay> presence, ToLongFunction<String> newestReading) {
    return latestMove >= profile.useBy()
        || newestReading.applyAsLong(lastOf(presence).location()) >= profile.useBy();
  }

  private Violation expiry(List<Stay> presence) {
    long from = Math.max(profile.useBy(), presence.get(0).from());
    Stay stay = lastOf(presence.stream().filter(s -> s.from() <= from).toList());
    Stay last = lastOf(presence);
    Status status = last.isOpen() ? Status.OPEN : Status.CLOSED;
    Long to = last.isOpen() ? null : last.to();
    return ofGoods(Kind.EXPIRED, status, "expired", "", stay.location(), stay.from(), from, to);
  }

  private Violation ofGoods(
      Kind kind, Status status, String rule, String namedInId, String location, Long stay, long from, Long to) {
    String id = Ids.of(goods, rule, namedInId.isEmpty() ? "-" : namedInId, "", from);
    return new Violation(
        id, status, kind, rule, goods, location, null, "", stay, from, to, null, null, null, List.of());
  }

  private static Stay lastOf(List<Stay> stays) {
    return stays.get(stays.size() - 1);
  }
}
