package kongo.goods;

import java.util.OptionalLong;
import kongo.registry.Registration;
import kongo.violation.Cause;
import kongo.violation.Command;
import kongo.violation.Decision;

/** What a Goods is asked to take in. Each kind says which part of the machine it is for. */
public sealed interface GoodsCommand extends Command<GoodsCommand> {

  @Override
  default int size() {
    return 1;
  }

  @Override
  default GoodsCommand part(int from, int to) {
    return this;
  }

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

    @Override
    public int size() {
      return batch.moves().size();
    }

    @Override
    public GoodsCommand part(int from, int to) {
      return new TakeMoves(batch.part(from, to));
    }

    @Override
    public Cause cause() {
      return batch.source().cause(batch.offsets()[0], batch.timestamps()[0]);
    }
  }

  /**
   * A registry record of this id, whatever its type.
   *
   * @param from event time in milliseconds from which on it holds; empty: the record does not say
   */
  record TakeRegistration(Registration registration, OptionalLong from, Cause cause) implements GoodsCommand {

    @Override
    public Decision<GoodsEvent> decide(GoodsState state) {
      return state.decide(this);
    }

    @Override
    public GoodsReply reply(GoodsState state, Decision<GoodsEvent> decision) {
      return state.reply(this, decision);
    }
  }

  /**
   * The books say otherwise than they did; of a Goods that knows it already, or of which nothing is known, it changes nothing.
   *
   * @param version of the law to judge by, see {@link GoodsLaws}
   * @param cause the record of the book
   */
  record TakeLaw(long version, Cause cause) implements GoodsCommand {

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
    public Cause cause() {
      return evidence.cause();
    }

    @Override
    public String key(String goods) {
      return evidence.location();
    }

    @Override
    public Decision<GoodsEvent> decide(GoodsState state) {
      return state.decide(this);
    }

    @Override
    public GoodsReply reply(GoodsState state, Decision<GoodsEvent> decision) {
      return state.reply(this);
    }
  }

  /**
   * Changes nothing but that the Goods' own place may ask for the first time; answered with all that has to be told to one
   * Location.
   *
   * @param heard what was said up to this version need not be said again; 0: everything that is kept is said
   * @param cause the record behind the answer that named it
   */
  record SayAgain(String location, long heard, Cause cause) implements GoodsCommand {

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
