package kongo.actors.persisted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kongo.goods.Opening;

/** Of {@link kongo.location.LocationEvent.GoodsSeen}. */
public final class GoodsSeenMigration extends Migration {

  public GoodsSeenMigration() {
    super(3);
  }

  /** Version 1 said all stays each time; up to version 2 all that was ever said was kept. */
  @Override
  void next(int version, ObjectNode form) {
    if (version == 1) {
      GoodsWords.said(form.get("goods"));
    } else {
      form.get("goods").forEach(word -> ((ObjectNode) word).put("earlierTo", Opening.NEVER));
    }
  }
}
