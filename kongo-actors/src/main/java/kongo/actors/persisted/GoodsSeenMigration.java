package kongo.actors.persisted;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Of {@link kongo.location.LocationEvent.GoodsSeen}. */
public final class GoodsSeenMigration extends Migration {

  public GoodsSeenMigration() {
    super(2);
  }

  @Override
  void next(int version, ObjectNode form) {
    GoodsWords.said(form.get("goods"));
  }
}
