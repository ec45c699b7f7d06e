package kongo.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.registry.PlaceType;

/** Section 4: what follows from the moves of one Goods. */
final class Itinerary {

  private final List<Stay> stays = new ArrayList<>();
  private final List<Move> misplaced = new ArrayList<>();

  private String place = Move.OUTSIDE;
  private PlaceType namedAs = PlaceType.WAREHOUSE;
  private long since;
  private boolean begun;

  private final LongUnaryOperator settle;
  /** The last move that changed something, if it is a LOAD that fitted. */
  private Optional<Move> leaving = Optional.empty();

  private Itinerary(LongUnaryOperator settle) {
    this.settle = settle;
  }

  /** @param settle of the rule book in force at a time, milliseconds */
  static Itinerary of(Collection<Move> moves, LongUnaryOperator settle) {
    Map<Long, SortedSet<Move>> ticks = new TreeMap<>();
    moves.forEach(move -> ticks.computeIfAbsent(move.time(), time -> new TreeSet<>()).add(move));
    Itinerary itinerary = new Itinerary(settle);
    ticks.values().forEach(itinerary::takeAll);
    itinerary.endStay(Stay.OPEN);
    return itinerary;
  }

  /** By time; none is empty, and neighbours at one Location are one. */
  List<Stay> stays() {
    return stays;
  }

  /** The moves whose source is not where the Goods was. */
  List<Move> misplaced() {
    return misplaced;
  }

  /** The unbroken times in the system, each as its stays. */
  List<List<Stay>> presences() {
    List<List<Stay>> presences = new ArrayList<>();
    for (Stay stay : stays) {
      if (presences.isEmpty() || last(last(presences)).to() != stay.from()) {
        presences.add(new ArrayList<>());
      }
      last(presences).add(stay);
    }
    return presences;
  }

  private void takeAll(SortedSet<Move> tick) {
    while (!tick.isEmpty()) {
      Move next = next(tick);
      tick.remove(next);
      take(next);
    }
  }

  private Move next(SortedSet<Move> tick) {
    return first(tick, move -> move.type() == MoveType.RECEIVE && confirms(move))
        .or(() -> first(tick, this::leavesHere))
        .or(() -> first(tick, this::confirms))
        .orElseGet(tick::first);
  }

  private static Optional<Move> first(SortedSet<Move> tick, Predicate<Move> condition) {
    return tick.stream().filter(condition).findFirst();
  }

  private boolean confirms(Move move) {
    return move.destination().equals(place) || isReadAgainWhileItLeaves(move);
  }

  private boolean isReadAgainWhileItLeaves(Move move) {
    return move.type() == MoveType.RECEIVE
        && leaving.isPresent()
        && leaving.get().source().equals(move.destination())
        && move.time() < leaving.get().time() + settle.applyAsLong(move.time());
  }

  /** A MOVE may leave it open where it is from. */
  private boolean leavesHere(Move move) {
    boolean saysNot = move.type() == MoveType.MOVE && move.source().isEmpty();
    return saysNot || move.source().equals(place);
  }

  private void take(Move move) {
    boolean first = !begun;
    begun = true;
    if (confirms(move)) {
      return;
    }
    boolean fits = first || leavesHere(move);
    if (!fits) {
      misplaced.add(move);
    }
    leaving = Optional.of(move).filter(load -> fits && load.type() == MoveType.LOAD);
    endStay(move.time());
    place = move.destination();
    namedAs = move.type() == MoveType.LOAD ? PlaceType.TRUCK : PlaceType.WAREHOUSE;
    since = move.time();
  }

  private void endStay(long to) {
    if (place.equals(Move.OUTSIDE) || since == to) {
      return;
    }
    boolean goesOn = !stays.isEmpty() && last(stays).location().equals(place) && last(stays).to() == since;
    if (goesOn) {
      Stay earlier = stays.remove(stays.size() - 1);
      stays.add(new Stay(place, earlier.namedAs(), earlier.from(), to));
    } else {
      stays.add(new Stay(place, namedAs, since, to));
    }
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
