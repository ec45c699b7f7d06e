package kongo.cluster;

import kongo.entity.GoodsMachine;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSnapshot;
import kongo.goods.GoodsState;
import kongo.registry.GoodsProfile;

/** A Goods whose snapshots forget its route: a plant. */
record WithoutRoute(GoodsLife life) implements Life<GoodsCommand, GoodsEvent, GoodsReply, GoodsMachine> {

  @Override
  public GoodsMachine empty() {
    return life.empty();
  }

  @Override
  public GoodsMachine copied(GoodsMachine machine) {
    return new GoodsMachine(GoodsState.restore(life.id(), life.settings(), forgetful(machine.snapshot())), life.limit(), life.books());
  }

  private static GoodsSnapshot forgetful(GoodsSnapshot all) {
    return new GoodsSnapshot(
        all.version(), all.law(), all.rejudged(), all.toldItself(), all.opening(), all.moves(), all.profile().map(GoodsProfile::withoutRoute), all.evidence(), all.refusedOffsets(),
        all.refusedForConflict(), all.refusedRegistrations(), all.lastMoveOffset(), all.cause(), all.registeredAt(), all.registrationTouched(), all.type(), all.place(), all.lastEffects());
  }
}
