package kongo.goods;

/**
 * A LOAD took the Goods from a warehouse, or was the first that was heard of it; since then it has not moved on.
 *
 * @param warehouse that the LOAD names
 * @param time of the LOAD, milliseconds since the epoch
 * @param until when it moved on, {@link Stay#OPEN} while it has not
 */
public record Departure(String warehouse, long time, long until) {

  static Departure of(Move load) {
    return new Departure(load.warehouse(), load.time(), Stay.OPEN);
  }

  Departure ended(long at) {
    return new Departure(warehouse, time, at);
  }

  /** Whether it is only the gate that reads the tag again while it leaves; asked of moves that are not before the LOAD. */
  boolean isReread(Move move, GoodsLaw law) {
    return move.type() == MoveType.RECEIVE && move.warehouse().equals(warehouse) && move.time() - time < law.at(move.time()).settleMillis();
  }
}
