package kongo.goods;

import java.util.ArrayList;
import java.util.List;
import kongo.location.PlaceType;

/**
 * Where a Goods was, and which moves did not fit (section 4 of docs/semantics.md).
 *
 * @param stays by time, never empty ones, neighbours at one Location merged
 * @param misplacements the moves whose source was not where the Goods was, in the order taken
 */
public record Itinerary(List<Stay> stays, List<Move> misplacements) {

  /** The itinerary that these moves, sorted by their natural order, make. */
  public static Itinerary of(List<Move> sortedMoves) {
    Walk walk = new Walk();
    int i = 0;
    while (i < sortedMoves.size()) {
      int end = endOfTick(sortedMoves, i);
      walk.takeTick(sortedMoves.subList(i, end));
      i = end;
    }
    return new Itinerary(List.copyOf(walk.stays), List.copyOf(walk.misplacements));
  }

  private static int endOfTick(List<Move> moves, int start) {
    int end = start + 1;
    while (end < moves.size() && moves.get(end).time() == moves.get(start).time()) {
      end++;
    }
    return end;
  }

  /** Consecutive stays without a gap, as lists that are never empty. */
  public List<List<Stay>> presences() {
    List<List<Stay>> presences = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= stays.size(); i++) {
      if (i == stays.size() || stays.get(i).from() != stays.get(i - 1).to()) {
        presences.add(stays.subList(start, i));
        start = i;
      }
    }
    return presences;
  }

  private static final class Walk {
    final List<Stay> stays = new ArrayList<>();
    final List<Move> misplacements = new ArrayList<>();
    String at = Move.OUTSIDE;
    boolean started;

    void takeTick(List<Move> tick) {
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
        boolean confirms = move.destination().equals(at);
        if (confirms && move.type() == MoveType.RECEIVE) {
          return i;
        }
        fromHere = move.source().equals(at) ? i : fromHere;
        confirming = confirms ? i : confirming;
      }
      if (fromHere >= 0) {
        return fromHere;
      }
      return Math.max(confirming, 0);
    }

    private void take(Move move) {
      if (!move.destination().equals(at)) {
        if (started && !move.source().equals(at)) {
          misplacements.add(move);
        }
        leave(move.time());
        arrive(move);
        at = move.destination();
      }
      started = true;
    }

    private void leave(long time) {
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
}
