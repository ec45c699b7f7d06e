package kongo.cluster;

import kongo.entity.AnswerLimit;
import kongo.entity.GoodsMachine;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.goods.GoodsState;

/** Of a Goods. */
record GoodsLife(String id, GoodsSettings settings, AnswerLimit limit) implements Life<GoodsCommand, GoodsEvent, GoodsReply, GoodsMachine> {

  @Override
  public GoodsMachine empty() {
    return new GoodsMachine(GoodsState.empty(id, settings), limit);
  }

  @Override
  public GoodsMachine copied(GoodsMachine machine) {
    return new GoodsMachine(GoodsState.restore(id, settings, machine.snapshot()), limit);
  }
}
