package kongo.actors;

import kongo.goods.GoodsSnapshot;
import kongo.goods.GoodsState;
import org.apache.pekko.persistence.typed.SnapshotAdapter;

/** Stores a Goods' state by its snapshot type. */
final class GoodsSnapshots implements SnapshotAdapter<GoodsState> {

  private final String id;
  private final EntityEnvironment environment;

  GoodsSnapshots(String id, EntityEnvironment environment) {
    this.id = id;
    this.environment = environment;
  }

  @Override
  public Object toJournal(GoodsState state) {
    return state.snapshot();
  }

  @Override
  public GoodsState fromJournal(Object snapshot) {
    return GoodsState.restore(
        id, environment.settings().retention().toMillis(), (GoodsSnapshot) snapshot);
  }
}
