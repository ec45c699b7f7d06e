package kongo.location;

import java.util.List;
import kongo.goods.GoodsAt;

/** What a Location is asked to take in. */
public sealed interface LocationCommand {

  record TakeReadings(ReadingBatch batch) implements LocationCommand {}

  record TakeGoods(List<GoodsAt> goods) implements LocationCommand {}

  record TakePlace(PlaceAt place) implements LocationCommand {}
}
