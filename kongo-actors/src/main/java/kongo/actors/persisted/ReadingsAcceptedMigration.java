package kongo.actors.persisted;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Of {@link kongo.location.LocationEvent.ReadingsAccepted}. */
public final class ReadingsAcceptedMigration extends Migration {

  public ReadingsAcceptedMigration() {
    super(3);
  }

  /** Version 1 did not say why a reading was refused; up to version 2 every row was needed for ever. */
  @Override
  void next(int version, ObjectNode form) {
    if (version == 1) {
      form.putArray("refusedForSeries");
    } else {
      form.put("neededFrom", 0);
    }
  }
}
