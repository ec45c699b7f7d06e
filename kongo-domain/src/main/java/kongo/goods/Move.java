package kongo.goods;

import java.util.Comparator;

/**
 * One RFID event of one Goods. Two moves with equal components are one move. A MOVE has where it is from and where it leads
 * to in place of the warehouse and the truck (so it is ordered by them, too): {@link #between} makes one, and whoever asks
 * where a move is from and where it leads to asks {@link #source} and {@link #destination}.
 *
 * @param time event time, milliseconds since the epoch
 * @param warehouse id, or {@code ""} where none is named; of a MOVE the place that it is from, {@code ""} if it names none
 * @param truck id, or {@code ""} where none is named or it is ignored (RECEIVE); of a MOVE the place that it leads to
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

  /**
   * A move from one place to another, whatever the places are.
   *
   * @param from {@code ""}: from wherever the Goods is
   */
  public static Move between(long time, String from, String to) {
    return new Move(MoveType.MOVE, time, from, to);
  }

  /** Whether it leaves wherever the Goods is, so that it has no source of its own. */
  public boolean isFromAnywhere() {
    return type == MoveType.MOVE && warehouse.isEmpty();
  }

  /** The Location that this move names as the one that it leaves, or {@link #OUTSIDE}; see {@link #isFromAnywhere}. */
  public String source() {
    return switch (type) {
      case RECEIVE -> OUTSIDE;
      case LOAD, MOVE -> warehouse;
      case UNLOAD -> truck;
      case DELIVER -> truck.isEmpty() ? warehouse : truck;
    };
  }

  /** The Location that this move leads to, or {@link #OUTSIDE}. */
  public String destination() {
    return switch (type) {
      case RECEIVE, UNLOAD -> warehouse;
      case LOAD, MOVE -> truck;
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
