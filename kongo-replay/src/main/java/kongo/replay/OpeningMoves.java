package kongo.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.goods.Departure;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Opening;
import kongo.goods.Stay;
import kongo.registry.PlaceType;

/** Moves that put a Goods where it was when its books were closed, in place of those that are folded. */
final class OpeningMoves {

  private static final String SOMEWHERE = "-";

  private final List<Move> moves = new ArrayList<>();
  private String at = Move.OUTSIDE;

  private OpeningMoves() {}

  static List<Move> of(Opening opening) {
    if (opening.before() == Opening.NEVER) {
      return List.of();
    }
    OpeningMoves those = new OpeningMoves();
    if (!opening.presence().isEmpty()) {
      those.leadTo(opening);
      those.moves.add(confirming(opening.at().orElseThrow(), opening.newest()));
    } else if (opening.newest() != Opening.NEVER) {
      those.leadOutside(opening.before() - 1);
    }
    return those.moves;
  }

  /** Tells how far time had come. */
  private static Move confirming(Stay stay, long time) {
    return stay.namedAs() == PlaceType.TRUCK
        ? new Move(MoveType.LOAD, time, stay.location(), stay.location())
        : new Move(MoveType.RECEIVE, time, stay.location(), "");
  }

  /** Two at one time make no stay. */
  private void leadOutside(long time) {
    moves.add(new Move(MoveType.RECEIVE, time, SOMEWHERE, ""));
    moves.add(new Move(MoveType.DELIVER, time, SOMEWHERE, ""));
  }

  private void leadTo(Opening opening) {
    List<Stay> presence = opening.presence();
    Stay last = presence.get(presence.size() - 1);
    Optional<Departure> departure = opening.departure().filter(left -> !left.warehouse().equals(last.location()));
    for (int i = 0; i + 1 < presence.size(); i++) {
      leadTo(presence.get(i), SOMEWHERE);
      leaveBefore(presence.get(i), presence.get(i + 1));
    }
    leadTo(last, departure.filter(left -> left.time() == last.from()).map(Departure::warehouse).orElse(SOMEWHERE));
    departure.filter(left -> left.time() > last.from()).ifPresent(left -> load(left.time(), left.warehouse(), last.location()));
  }

  /** Of the stays between them nothing is kept but that there were some. */
  private void leaveBefore(Stay stay, Stay next) {
    if (stay.to() < next.from()) {
      moves.add(Move.between(stay.to(), "", SOMEWHERE));
      at = SOMEWHERE;
    }
  }

  /** @param gate where it was loaded, if it is on a truck */
  private void leadTo(Stay stay, String gate) {
    if (stay.namedAs() == PlaceType.TRUCK) {
      load(stay.from(), gate, stay.location());
    } else {
      moves.add(Move.between(stay.from(), "", stay.location()));
      at = stay.location();
    }
  }

  /** At the gate it is only for an instant, so that it makes no stay there. */
  private void load(long time, String gate, String truck) {
    if (!at.equals(gate)) {
      moves.add(Move.between(time, "", gate));
    }
    moves.add(new Move(MoveType.LOAD, time, gate, truck));
    at = truck;
  }
}
