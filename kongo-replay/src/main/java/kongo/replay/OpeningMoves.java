package kongo.replay;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.registry.PlaceType;

/** Moves that put a Goods where it was when its books were closed, in place of those that are folded. */
final class OpeningMoves {

  private static final String SOMEWHERE = "-";

  private OpeningMoves() {}

  static List<Move> of(Opening opening) {
    if (opening.before() == Opening.NEVER) {
      return List.of();
    }
    return opening.presence().isEmpty() ? thatLeadOutside(opening.before()) : thatLeadTo(opening.presence());
  }

  /** Two at one time make no stay. */
  private static List<Move> thatLeadOutside(long before) {
    return List.of(
        new Move(MoveType.RECEIVE, before - 1, SOMEWHERE, ""), new Move(MoveType.DELIVER, before - 1, SOMEWHERE, ""));
  }

  private static List<Move> thatLeadTo(List<Stay> presence) {
    List<Move> moves = new ArrayList<>();
    String at = SOMEWHERE;
    for (Stay stay : presence) {
      moves.add(to(stay, at));
      at = stay.location();
    }
    return moves;
  }

  private static Move to(Stay stay, String from) {
    boolean isTruck = stay.namedAs() == PlaceType.TRUCK;
    if (!isTruck && from.equals(SOMEWHERE)) {
      return new Move(MoveType.RECEIVE, stay.from(), stay.location(), "");
    }
    return isTruck
        ? new Move(MoveType.LOAD, stay.from(), from, stay.location())
        : new Move(MoveType.UNLOAD, stay.from(), stay.location(), from);
  }
}
