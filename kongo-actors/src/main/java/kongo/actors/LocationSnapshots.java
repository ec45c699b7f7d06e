package kongo.actors;

import kongo.entity.LocationMachine;
import kongo.location.LocationSnapshot;
import kongo.location.LocationState;
import org.apache.pekko.persistence.typed.SnapshotAdapter;

/** Stores a Location's state by its snapshot type. */
final class LocationSnapshots implements SnapshotAdapter<LocationMachine> {

  private final String id;
  private final EntityEnvironment environment;

  LocationSnapshots(String id, EntityEnvironment environment) {
    this.id = id;
    this.environment = environment;
  }

  @Override
  public Object toJournal(LocationMachine state) {
    return state.snapshot();
  }

  @Override
  public LocationMachine fromJournal(Object snapshot) {
    return new LocationMachine(
        LocationState.restore(
            id, environment.rules(), environment.settings().location(), (LocationSnapshot) snapshot),
        environment.settings().answers(),
        environment::readingsInMemory);
  }
}
