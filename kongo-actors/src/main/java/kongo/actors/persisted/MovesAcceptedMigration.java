package kongo.actors.persisted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kongo.goods.Opening;

/** Of {@link kongo.goods.GoodsEvent.MovesAccepted}. */
public final class MovesAcceptedMigration extends Migration {

  public MovesAcceptedMigration() {
    super(2);
  }

  /** In version 1 no books were closed. */
  @Override
  void next(int version, ObjectNode form) {
    form.put("closedBefore", Opening.NEVER);
  }
}
