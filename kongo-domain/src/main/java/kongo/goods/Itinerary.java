package kongo.goods;

import java.util.ArrayList;
import java.util.List;
import kongo.registry.PlaceType;

/**
 * Where a Goods was, and which moves did not fit (section 4 of docs/semantics.md).
 *
 * @param stays by time, never empty ones, neighbours at one Location merged
 * @param misplacements the moves whose source was not where the Goods was, in the order taken
 */
record Itinerary(Trail<Stay> stays, Trail<Move> misplacements) {

  static final Itinerary NONE = new Itinerary(Trail.empty(), Trail.empty());

  /** The itinerary that these moves, sorted by their natural order, make after an opening. */
  static Itinerary of(Opening opening, List<Move> sortedMoves) {
    Itinerary opened = opening.at().map(at -> new Itinerary(Trail.of(List.of(at)), Trail.empty())).orElse(NONE);
    return opened.goingOn(!opening.isNone(), opening.before(), sortedMoves);
  }

  /** Without what ended before this time. */
  Itinerary since(long time) {
    return new Itinerary(
        Trail.<Stay>empty().then(staysFrom(time)),
        Trail.<Move>empty().then(misplacements.from(misplacements.firstThat(move -> move.time() >= time))));
  }

  /**
   * This itinerary if from a time on the Goods made these moves, whatever it made of that time until now. What it was
   * before that time follows from the stays, so that nothing is walked again.
   *
   * @param started whether it made moves before that time
   * @param sortedMoves in their natural order, none before that time
   */
  Itinerary goingOn(boolean started, long time, List<Move> sortedMoves) {
    int kept = stays.firstThat(stay -> stay.to() >= time);
    Walk walk = new Walk(started);
    if (kept < stays.size() && stays.get(kept).from() < time) {
      walk.isAt(stays.get(kept));
    }
    walk.take(sortedMoves);
    int placed = misplacements.firstThat(move -> move.time() >= time);
    return new Itinerary(
        stays.first(kept).then(walk.stays), misplacements.first(placed).then(walk.misplacements));
  }

  /** The stays that reach up to this time or begin later. */
  List<Stay> staysFrom(long time) {
    return stays.from(stays.firstThat(stay -> stay.to() >= time));
  }

  private static int endOfTick(List<Move> moves, int start) {
    int end = start + 1;
    while (end < moves.size() && moves.get(end).time() == moves.get(start).time()) {
      end++;
    }
    return end;
  }

  private static final class Walk {
    final List<Stay> stays = new ArrayList<>();
    final List<Move> misplacements = new ArrayList<>();
    String at = Move.OUTSIDE;
    boolean started;

    Walk(boolean started) {
      this.started = started;
    }

    void isAt(Stay stay) {
      at = stay.location();
      stays.add(new Stay(at, stay.namedAs(), stay.from(), Stay.OPEN));
    }

    void take(List<Move> sortedMoves) {
      int i = 0;
      while (i < sortedMoves.size()) {
        int end = endOfTick(sortedMoves, i);
        takeTick(sortedMoves.subList(i, end));
        i = end;
      }
    }

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
