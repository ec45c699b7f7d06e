package kongo.goods;

import java.util.Comparator;

/**
 * One RFID event of one Goods. Two moves with equal components are one move.
 *
 * @param time event time, milliseconds since the epoch
 * @param warehouse id, or {@code ""} where none is named
 * @param truck id, or {@code ""} where none is named or it is ignored (RECEIVE)
 */
public record Move(MoveType type, long time, String warehouse, String truck)
    implements Comparable<Move> {

  /** Where a Goods is that is in no Location. */
  public static final String OUTSIDE = "";

  private static final Comparator<Move> ORDER =
      Comparator.comparingLong(Move::time)
          .thenComparing(Move::type)
          .thenComparing(Move::warehouse)
          .thenComparing(Move::truck);

  /** The Location that this move leaves, or {@link #OUTSIDE}. */
  public String source() {
    return switch (type) {
      case RECEIVE -> OUTSIDE;
      case LOAD -> warehouse;
      case UNLOAD -> truck;
      case DELIVER -> truck.isEmpty() ? warehouse : truck;
    };
  }

  /** The Location that this move leads to, or {@link #OUTSIDE}. */
  public String destination() {
    return switch (type) {
      case RECEIVE, UNLOAD -> warehouse;
      case LOAD -> truck;
      case DELIVER -> OUTSIDE;
    };
  }

  /** The same move, with names that all moves of the process share: many Goods go through few Locations. */
  Move shared() {
    return new Move(type, time, warehouse.intern(), truck.intern());
  }

  /** By time, then type, warehouse and truck: the order in which ties are looked through. */
  @Override
  public int compareTo(Move other) {
    return ORDER.compare(this, other);
  }
}
