package kongo.actors;

import kongo.entity.GoodsMachine;
import kongo.goods.GoodsSnapshot;
import kongo.goods.GoodsState;
import kongo.spread.Birth;
import org.apache.pekko.persistence.typed.SnapshotAdapter;

/** Stores a Goods' state by its snapshot type. */
final class GoodsSnapshots implements SnapshotAdapter<GoodsMachine> {

  private final String id;
  private final EntityEnvironment environment;
  private final Birth birth;
  private final Snapshots snapshots;

  GoodsSnapshots(String id, EntityEnvironment environment, Birth birth, Snapshots snapshots) {
    this.id = id;
    this.environment = environment;
    this.birth = birth;
    this.snapshots = snapshots;
  }

  @Override
  public Object toJournal(GoodsMachine state) {
    return state.snapshot();
  }

  @Override
  public GoodsMachine fromJournal(Object stored) {
    GoodsSnapshot snapshot = (GoodsSnapshot) stored;
    snapshots.cameBackFrom(snapshot.version());
    return new GoodsMachine(GoodsState.restore(id, environment.goods(), snapshot),
        environment.settings().answers(), birth);
  }
}
