package kongo.actors.persisted;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Of {@link kongo.location.LocationEvent.ReadingsAccepted}. */
public final class ReadingsAcceptedMigration extends Migration {

  public ReadingsAcceptedMigration() {
    super(2);
  }

  /** Version 1 did not say why a reading was refused. */
  @Override
  void next(int version, ObjectNode form) {
    form.putArray("refusedForSeries");
  }
}
