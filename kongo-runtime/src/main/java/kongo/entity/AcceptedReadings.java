package kongo.entity;

import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.ReadingBatch;

/** Is told which readings Locations accept, to count them. Called on the entities' threads, before the readings are durable. */
@FunctionalInterface
public interface AcceptedReadings {

  AcceptedReadings UNCOUNTED = (batch, accepted, isRegistered) -> {};

  /**
   * @param batch what the Location was given
   * @param accepted what of it was new
   * @param isRegistered whether the Location has a profile
   */
  void accepted(ReadingBatch batch, ReadingsAccepted accepted, boolean isRegistered);
}
