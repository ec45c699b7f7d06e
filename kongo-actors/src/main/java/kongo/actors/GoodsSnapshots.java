package kongo.actors;

import kongo.entity.GoodsMachine;
import kongo.goods.GoodsSnapshot;
import kongo.goods.GoodsState;
import org.apache.pekko.persistence.typed.SnapshotAdapter;

/** Stores a Goods' state by its snapshot type. */
final class GoodsSnapshots implements SnapshotAdapter<GoodsMachine> {

  private final String id;
  private final EntityEnvironment environment;

  GoodsSnapshots(String id, EntityEnvironment environment) {
    this.id = id;
    this.environment = environment;
  }

  @Override
  public Object toJournal(GoodsMachine state) {
    return state.snapshot();
  }

  @Override
  public GoodsMachine fromJournal(Object snapshot) {
    return new GoodsMachine(GoodsState.restore(id, environment.settings().goods(), (GoodsSnapshot) snapshot),
        environment.settings().answers());
  }
}
