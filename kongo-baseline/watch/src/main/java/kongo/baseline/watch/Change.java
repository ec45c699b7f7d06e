package kongo.baseline.watch;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.registry.PlaceType;

/**
 * What a move means for one Location: a Goods comes, or leaves.
 *
 * @param place what the move names the Location as
 */
public record Change(String location, PlaceType place, long time, boolean comes) {

  /** What a move means for the Locations that it concerns; nothing if it only confirms where the Goods is. */
  public static List<Change> of(Move move, String whereBefore) {
    List<Change> changes = new ArrayList<>(2);
    String destination = move.destination();
    if (!destination.equals(whereBefore)) {
      add(changes, whereBefore, move, false);
      add(changes, destination, move, true);
    }
    return changes;
  }

  private static void add(List<Change> changes, String location, Move move, boolean comes) {
    if (!location.equals(Move.OUTSIDE)) {
      boolean isTruck = move.type() != MoveType.MOVE && location.equals(move.truck());
      PlaceType place = isTruck ? PlaceType.TRUCK : PlaceType.WAREHOUSE;
      changes.add(new Change(location, place, move.time(), comes));
    }
  }
}
