package kongo.actors.persisted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kongo.goods.Opening;

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
      closeNoBooks(form);
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

  /** Version 2 kept all moves, and did not say of which record: of the last one at the latest. */
  private static void closeNoBooks(ObjectNode form) {
    form.putObject("opening").put("before", Opening.NEVER).putArray("presence");
    form.get("moves").forEach(move -> ((ObjectNode) move).put("offset", form.get("lastMoveOffset").asLong()));
  }
}
