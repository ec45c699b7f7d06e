package kongo.stream;

import kongo.goods.GoodsCommand;
import kongo.location.LocationCommand;

/** One thing that a stream asks of one entity, again and again until it is answered. */
public sealed interface Ask {

  record OfGoods(String goods, GoodsCommand command) implements Ask {}

  record OfLocation(String location, LocationCommand command) implements Ask {}
}
