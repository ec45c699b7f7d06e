package kongo.goods;

import kongo.registry.PlaceType;

/**
 * A Goods' presence at one Location over the half-open interval [from, to) of event time.
 *
 * @param namedAs what the move that began the stay named the Location as
 * @param to end in milliseconds, {@link #OPEN} while it lasts
 */
public record Stay(String location, PlaceType namedAs, long from, long to) {

  /** The end of a stay that has not ended. */
  public static final long OPEN = Long.MAX_VALUE;

  public boolean isOpen() {
    return to == OPEN;
  }
}
