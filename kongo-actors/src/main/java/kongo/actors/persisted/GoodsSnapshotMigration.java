package kongo.actors.persisted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Of {@link kongo.goods.GoodsSnapshot}. */
public final class GoodsSnapshotMigration extends Migration {

  public GoodsSnapshotMigration() {
    super(3);
  }

  @Override
  void next(int version, ObjectNode form) {
    if (version == 1) {
      sayEverythingOfMoves(form);
    } else {
      nameKindsOfEffects(form);
    }
  }

  /** Version 1 did not say which event brought a move: words about it say everything. */
  private static void sayEverythingOfMoves(ObjectNode form) {
    for (JsonNode move : form.get("moves")) {
      ((ObjectNode) move).put("version", 0);
    }
  }

  /** In version 2 all effects were revisions of violations. */
  private static void nameKindsOfEffects(ObjectNode form) {
    JsonNode revisions = form.get("lastEffects");
    ArrayNode effects = form.putArray("lastEffects");
    revisions.forEach(revision -> effects.addObject().put("kind", "violation-revised").set("revision", revision));
  }
}
