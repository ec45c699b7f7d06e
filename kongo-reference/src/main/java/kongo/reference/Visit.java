package kongo.reference;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.Stay;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;

/** A stay together with the Goods whose it is. */
record Visit(String goods, Profiles profiles, Stay stay) {

  /** A part of it over which one profile is in force. */
  record Part(long from, long to, GoodsProfile profile) {

    boolean carries(String category) {
      return profile.categories().contains(category);
    }
  }

  /** Whether it is where its own loggers are. */
  boolean isAtItself() {
    return stay.namedAs() == PlaceType.GOODS;
  }

  GoodsProfile profileAt(long time) {
    return profiles.goodsAt(time);
  }

  /** All of it; a profile that begins later than time has come does not count yet. */
  List<Part> parts(long clock) {
    List<Part> parts = new ArrayList<>();
    long from = stay.from();
    for (long change : profiles.changesBetween(stay.from(), stay.to())) {
      if (change <= clock) {
        parts.add(new Part(from, change, profileAt(from)));
        from = change;
      }
    }
    parts.add(new Part(from, stay.to(), profileAt(from)));
    return parts;
  }
}
