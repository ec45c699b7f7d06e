package kongo.goods;

/**
 * How far a Goods has proof that time has come, as it says to a Location.
 *
 * @param byMoves event time of its latest move that was made; {@link Long#MIN_VALUE} without one
 * @param byLocation what the Location last said of its clock: it has to say if it shows another time, where that makes a
 *     difference; {@link Long#MIN_VALUE}: nothing
 */
public record Expiry(long byMoves, long byLocation) {

  public static final Expiry UNKNOWN = new Expiry(Long.MIN_VALUE, Long.MIN_VALUE);

  /** How far it knows that time has come. */
  public long known() {
    return Math.max(byMoves, byLocation);
  }
}
