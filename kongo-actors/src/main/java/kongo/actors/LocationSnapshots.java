package kongo.actors;

import kongo.entity.LocationMachine;
import kongo.location.LocationSnapshot;
import kongo.location.LocationState;
import kongo.spread.Birth;
import org.apache.pekko.persistence.typed.SnapshotAdapter;

/** Stores a Location's state by its snapshot type. */
final class LocationSnapshots implements SnapshotAdapter<LocationMachine> {

  private final String id;
  private final EntityEnvironment environment;
  private final Birth birth;
  private final Snapshots snapshots;

  LocationSnapshots(String id, EntityEnvironment environment, Birth birth, Snapshots snapshots) {
    this.id = id;
    this.environment = environment;
    this.birth = birth;
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
        LocationState.restore(id, environment.rules().versions(), environment.settings().location(), snapshot),
        environment.settings().answers(),
        birth,
        environment.backlogs().of(id),
        environment::readingsInMemory,
        environment.acceptedReadings());
  }
}
