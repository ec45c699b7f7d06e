package kongo.location;

import java.util.Optional;
import kongo.goods.GoodsAt;
import kongo.location.LocationEvent.GoodsSeen;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.violation.Cause;

/**
 * How far event time has provably come at a Location: the latest of its readings and of the beginnings and ends of stays
 * there. It goes back when a stay is corrected.
 *
 * @param time event time in milliseconds, {@link Books#NEVER} before the first
 * @param cause the record that brought it there
 * @param setBy the Goods whose word did, empty if a reading did; who brings its word answers for what is due by the clock
 */
public record Clock(long time, Optional<Cause> cause, Optional<String> setBy) {

  static final Clock NOT_BEGUN = new Clock(Books.NEVER, Optional.empty(), Optional.empty());

  /** After readings. */
  Clock at(long now, ReadingsAccepted event) {
    return now == time ? this : new Clock(now, event.causeOfProof(now).or(() -> cause), Optional.empty());
  }

  /** After words. */
  Clock at(long now, GoodsSeen event) {
    GoodsAt first = event.goods().get(0);
    return now == time ? this : new Clock(now, Optional.of(first.cause()), Optional.of(first.goods()));
  }
}
