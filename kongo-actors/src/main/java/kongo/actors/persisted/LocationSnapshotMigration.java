package kongo.actors.persisted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import kongo.location.Books;

/** Of {@link kongo.location.LocationSnapshot}. */
public final class LocationSnapshotMigration extends Migration {

  public LocationSnapshotMigration() {
    super(3);
  }

  @Override
  void next(int version, ObjectNode form) {
    if (version == 1) {
      GoodsWords.kept(form.get("goods"));
      form.putArray("refusedForSeries");
    } else {
      form.putObject("books").put("horizon", Books.NEVER).put("before", Books.NEVER).putArray("lived");
      form.put("newestStay", Books.NEVER);
    }
  }
}
