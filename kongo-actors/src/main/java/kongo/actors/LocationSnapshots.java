package kongo.actors;

import kongo.entity.LocationMachine;
import kongo.location.LocationSnapshot;
import kongo.location.LocationState;
import org.apache.pekko.persistence.typed.SnapshotAdapter;

/** Stores a Location's state by its snapshot type. */
final class LocationSnapshots implements SnapshotAdapter<LocationMachine> {

  private final String id;
  private final EntityEnvironment environment;
  private final Snapshots snapshots;

  LocationSnapshots(String id, EntityEnvironment environment, Snapshots snapshots) {
    this.id = id;
    this.environment = environment;
    this.snapshots = snapshots;
  }

  @Override
  public Object toJournal(LocationMachine state) {
    return state.snapshot();
  }

  @Override
  public LocationMachine fromJournal(Object stored) {
    LocationSnapshot snapshot = (LocationSnapshot) stored;
    snapshots.cameBackFrom(snapshot.version());
    return new LocationMachine(
        LocationState.restore(id, environment.rules(), environment.settings().location(), snapshot),
        environment.settings().answers(),
        environment::readingsInMemory);
  }
}
