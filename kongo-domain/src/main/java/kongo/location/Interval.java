package kongo.location;

import kongo.excursion.StayRuns;
import kongo.goods.Stay;

/**
 * A part of a stay, or of a Location's life, during which a rule applies on equal terms: what is judged as if it was a stay.
 *
 * @param from event time in milliseconds
 * @param to {@link StayRuns#LASTING} while it has no end
 * @param stay beginning of the stay that it is a part of; of no meaning for a Location
 * @param isCut whether it ends though the stay lasts: what goes on at its end ends there, however long nothing was heard
 */
record Interval(long from, long to, long stay, boolean isCut) {

  static final Interval LIFE = new Interval(0, StayRuns.LASTING, 0);

  /** One that ends with its stay. */
  Interval(long from, long to, long stay) {
    this(from, to, stay, false);
  }

  /** All of a stay. */
  static Interval of(Stay stay) {
    return new Interval(stay.from(), stay.to(), stay.from());
  }
}
