package kongo.actors.persisted;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Of {@link kongo.location.LocationSnapshot}. */
public final class LocationSnapshotMigration extends Migration {

  public LocationSnapshotMigration() {
    super(2);
  }

  @Override
  void next(int version, ObjectNode form) {
    GoodsWords.kept(form.get("goods"));
    form.putArray("refusedForSeries");
  }
}
