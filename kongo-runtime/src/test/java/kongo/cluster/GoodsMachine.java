package kongo.cluster;

import java.util.List;
import java.util.Optional;
import kongo.goods.GoodsCommand;
import kongo.goods.GoodsEvent;
import kongo.goods.GoodsReply;
import kongo.goods.GoodsState;
import kongo.violation.Revision;

/** A Goods in the simulated cluster. */
record GoodsMachine(String id, long retentionMillis, GoodsState state)
    implements Machine<GoodsCommand, GoodsEvent, GoodsReply> {

  static GoodsMachine empty(String id, long retentionMillis) {
    return new GoodsMachine(id, retentionMillis, GoodsState.empty(id, retentionMillis));
  }

  @Override
  public Optional<GoodsEvent> decide(GoodsCommand command) {
    return state.decide(command);
  }

  @Override
  public void apply(long sequenceNr, GoodsEvent event) {
    state.apply(sequenceNr, event);
  }

  @Override
  public List<Revision> effects() {
    return state.effects();
  }

  @Override
  public GoodsReply reply(GoodsCommand command) {
    return state.reply(command);
  }

  @Override
  public long version() {
    return state.version();
  }

  @Override
  public GoodsMachine copied() {
    return new GoodsMachine(id, retentionMillis, GoodsState.restore(id, retentionMillis, state.snapshot()));
  }
}
