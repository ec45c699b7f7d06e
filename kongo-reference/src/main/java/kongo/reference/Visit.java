package kongo.reference;

import kongo.goods.Stay;
import kongo.registry.GoodsProfile;

/** A stay together with the Goods whose it is. */
record Visit(String goods, GoodsProfile profile, Stay stay) {

  boolean carries(String category) {
    return profile.categories().contains(category);
  }
}
