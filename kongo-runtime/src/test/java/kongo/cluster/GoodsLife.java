package kongo.cluster;

import kongo.entity.AnswerLimit;
import kongo.entity.BookNews;
import kongo.entity.GoodsMachine;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsSettings;
import kongo.goods.GoodsState;

/** Of a Goods. */
record GoodsLife(String id, GoodsSettings settings, AnswerLimit limit, BookNews books)
    implements Life<GoodsCommand, GoodsEvent, GoodsReply, GoodsMachine> {

  /** Of one to whom nobody sends a book. */
  GoodsLife(String id, GoodsSettings settings, AnswerLimit limit) {
    this(id, settings, limit, BookNews.NONE);
  }

  @Override
  public GoodsMachine empty() {
    return new GoodsMachine(GoodsState.empty(id, settings), limit, books);
  }

  @Override
  public GoodsMachine copied(GoodsMachine machine) {
    return new GoodsMachine(GoodsState.restore(id, settings, machine.snapshot()), limit, books);
  }
}
