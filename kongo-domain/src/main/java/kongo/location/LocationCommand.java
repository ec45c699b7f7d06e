package kongo.location;

import java.util.List;
import kongo.goods.GoodsAt;
import kongo.violation.Cause;

/** What a Location is asked to take in. */
public sealed interface LocationCommand {

  record TakeReadings(ReadingBatch batch) implements LocationCommand {}

  record TakeGoods(List<GoodsAt> goods) implements LocationCommand {}

  record TakePlace(PlaceAt place) implements LocationCommand {}

  /**
   * Changes nothing; answered with the next page of evidence.
   *
   * @param cause the record behind the page before
   */
  record FindExpired(Cause cause) implements LocationCommand {}
}
