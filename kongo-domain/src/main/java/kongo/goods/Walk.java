package kongo.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceType;

/** Follows a Goods through its moves, from outside or from where it is said to be. Used once. */
final class Walk {

  private final GoodsLaw law;
  private final List<Stay> stays = new ArrayList<>();
  private final List<Move> misplacements = new ArrayList<>();
  private final List<Departure> departures = new ArrayList<>();
  private String at = Move.OUTSIDE;
  private boolean started;
  private Optional<Departure> departed = Optional.empty();

  /** @param started whether it made moves before */
  Walk(GoodsLaw law, boolean started) {
    this.law = law;
    this.started = started;
  }

  void isAt(Stay stay) {
    at = stay.location();
    stays.add(new Stay(at, stay.namedAs(), stay.from(), Stay.OPEN));
  }

  /** It has not moved on since. */
  void hasLeft(Departure departure) {
    departed = Optional.of(departure);
  }

  List<Stay> stays() {
    return stays;
  }

  List<Move> misplacements() {
    return misplacements;
  }

  List<Departure> departures() {
    return departures;
  }

  /** To be called once. */
  void take(List<Move> sortedMoves) {
    int i = 0;
    while (i < sortedMoves.size()) {
      int end = endOfTick(sortedMoves, i);
      takeTick(sortedMoves.subList(i, end));
      i = end;
    }
    departed.ifPresent(departures::add);
  }

  private static int endOfTick(List<Move> moves, int start) {
    int end = start + 1;
    while (end < moves.size() && moves.get(end).time() == moves.get(start).time()) {
      end++;
    }
    return end;
  }

  private void takeTick(List<Move> tick) {
    if (tick.size() == 1) {
      take(tick.get(0));
      return;
    }
    List<Move> left = new ArrayList<>(tick);
    while (!left.isEmpty()) {
      take(left.remove(next(left)));
    }
  }

  private int next(List<Move> left) {
    int fromHere = -1;
    int confirming = -1;
    for (int i = left.size() - 1; i >= 0; i--) {
      Move move = left.get(i);
      boolean confirms = confirms(move);
      if (confirms && move.type() == MoveType.RECEIVE) {
        // Of several it does not matter which: none changes anything.
        return i;
      }
      fromHere = isFromHere(move) ? i : fromHere;
      confirming = confirms ? i : confirming;
    }
    if (fromHere >= 0) {
      return fromHere;
    }
    return Math.max(confirming, 0);
  }

  private boolean confirms(Move move) {
    return move.destination().equals(at) || departed.isPresent() && departed.get().isReread(move, law);
  }

  private boolean isFromHere(Move move) {
    return move.isFromAnywhere() || move.source().equals(at);
  }

  private void take(Move move) {
    if (!confirms(move)) {
      change(move, !started || isFromHere(move));
    }
    started = true;
  }

  private void change(Move move, boolean fits) {
    if (!fits) {
      misplacements.add(move);
    }
    leave(move.time());
    departed = fits && move.type() == MoveType.LOAD ? Optional.of(Departure.of(move)) : Optional.empty();
    arrive(move);
    at = move.destination();
  }

  private void leave(long time) {
    departed.filter(departure -> departure.time() < time).ifPresent(departure -> departures.add(departure.ended(time)));
    if (at.equals(Move.OUTSIDE)) {
      return;
    }
    Stay last = stays.remove(stays.size() - 1);
    if (last.from() < time) {
      stays.add(new Stay(last.location(), last.namedAs(), last.from(), time));
    }
  }

  private void arrive(Move move) {
    String place = move.destination();
    if (place.equals(Move.OUTSIDE)) {
      return;
    }
    if (!stays.isEmpty()) {
      Stay last = stays.get(stays.size() - 1);
      if (last.to() == move.time() && last.location().equals(place)) {
        stays.set(stays.size() - 1, new Stay(place, last.namedAs(), last.from(), Stay.OPEN));
        return;
      }
    }
    PlaceType namedAs = move.type() == MoveType.LOAD ? PlaceType.TRUCK : PlaceType.WAREHOUSE;
    stays.add(new Stay(place, namedAs, move.time(), Stay.OPEN));
  }
}
