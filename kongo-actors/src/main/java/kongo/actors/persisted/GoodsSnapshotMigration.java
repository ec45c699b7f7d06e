package kongo.actors.persisted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Of {@link kongo.goods.GoodsSnapshot}. */
public final class GoodsSnapshotMigration extends Migration {

  public GoodsSnapshotMigration() {
    super(2);
  }

  /** Version 1 did not say which event brought a move: words about it say everything. */
  @Override
  void next(int version, ObjectNode form) {
    for (JsonNode move : form.get("moves")) {
      ((ObjectNode) move).put("version", 0);
    }
  }
}
