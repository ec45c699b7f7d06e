package kongo.goods;

import kongo.registry.Registration;
import kongo.violation.Cause;
import kongo.violation.Decision;

/** What a Goods is asked to take in. Each kind says which part of the machine it is for. */
public sealed interface GoodsCommand {

  Decision<GoodsEvent> decide(GoodsState state);

  /** The answer, when the event of the decision, if any, has been applied. */
  GoodsReply reply(GoodsState state, Decision<GoodsEvent> decision);

  record TakeMoves(MoveBatch batch) implements GoodsCommand {

    @Override
    public Decision<GoodsEvent> decide(GoodsState state) {
      return state.decide(this);
    }

    @Override
    public GoodsReply reply(GoodsState state, Decision<GoodsEvent> decision) {
      return state.reply(this, decision);
    }
  }

  /** A registry record of this id, whatever its type: the last one counts. */
  record TakeRegistration(Registration registration, Cause cause) implements GoodsCommand {

    @Override
    public Decision<GoodsEvent> decide(GoodsState state) {
      return state.decide(this);
    }

    @Override
    public GoodsReply reply(GoodsState state, Decision<GoodsEvent> decision) {
      return state.reply(this);
    }
  }

  record TakeEvidence(ExpiryEvidence evidence) implements GoodsCommand {

    @Override
    public Decision<GoodsEvent> decide(GoodsState state) {
      return state.decide(this);
    }

    @Override
    public GoodsReply reply(GoodsState state, Decision<GoodsEvent> decision) {
      return state.reply(this);
    }
  }
}
