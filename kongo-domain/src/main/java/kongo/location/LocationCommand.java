package kongo.location;

import java.util.List;
import kongo.goods.GoodsAt;
import kongo.registry.PlaceAt;
import kongo.violation.Cause;
import kongo.violation.Command;
import kongo.violation.Decision;

/** What a Location is asked to take in. Each kind says which part of the machine it is for. */
public sealed interface LocationCommand extends Command<LocationCommand> {

  @Override
  default int size() {
    return 1;
  }

  @Override
  default LocationCommand part(int from, int to) {
    return this;
  }

  /**
   * @throws HistoryMissing if rows of the Location's journal have to be read first
   */
  Decision<LocationEvent> decide(LocationState state, History history);

  /** The Goods here whose time has come and who do not know; an answer tells a page of them, and that there are more. */
  List<String> due(LocationState state);

  /** The Goods of the command of which words are missing. */
  default List<Unheard> unheard(LocationState state) {
    return List.of();
  }

  /** Whether words of this kind wait for readings. */
  default boolean isAhead(LocationState state) {
    return false;
  }

  /** Whether it is too early for it: whoever asks has to ask again. */
  default boolean hasToWait(LocationState state) {
    return false;
  }

  record TakeReadings(ReadingBatch batch) implements LocationCommand {

    @Override
    public Decision<LocationEvent> decide(LocationState state, History history) {
      return state.decide(this, history);
    }

    @Override
    public List<String> due(LocationState state) {
      return state.due();
    }

    @Override
    public int size() {
      return batch.size();
    }

    @Override
    public LocationCommand part(int from, int to) {
      return new TakeReadings(batch.part(from, to));
    }

    @Override
    public Cause cause() {
      return batch.source().cause(batch.offsets()[0], batch.timestamps()[0]);
    }
  }

  /**
   * @param mayWait whether whoever says this asks to {@link CatchUp} if readings are still to come, for as long as they are
   */
  record TakeGoods(List<GoodsAt> goods, boolean mayWait) implements LocationCommand {

    /** By one who does not. */
    public TakeGoods(List<GoodsAt> goods) {
      this(goods, false);
    }

    @Override
    public Decision<LocationEvent> decide(LocationState state, History history) {
      return state.decide(this);
    }

    /** Of the others only if one of these brought the clock where it is: else who did answers for them. */
    @Override
    public List<String> due(LocationState state) {
      boolean isClockOfThese = goods.stream().map(GoodsAt::goods).anyMatch(state::hasSetClock);
      return isClockOfThese ? state.due() : goods.stream().map(GoodsAt::goods).filter(state::isDue).toList();
    }

    @Override
    public List<Unheard> unheard(LocationState state) {
      return goods.stream().filter(state::missesOneBefore).map(word -> new Unheard(word.goods(), word.cause())).toList();
    }

    @Override
    public int size() {
      return goods.size();
    }

    @Override
    public LocationCommand part(int from, int to) {
      return new TakeGoods(List.copyOf(goods.subList(from, to)), mayWait);
    }

    @Override
    public Cause cause() {
      return goods.get(0).cause();
    }

    @Override
    public String key(String location) {
      return goods.get(0).goods();
    }

    @Override
    public boolean isAhead(LocationState state) {
      return mayWait && state.isAhead();
    }
  }

  record TakePlace(PlaceAt place) implements LocationCommand {

    @Override
    public Cause cause() {
      return place.cause();
    }


    @Override
    public Decision<LocationEvent> decide(LocationState state, History history) {
      return state.decide(this);
    }

    @Override
    public List<String> due(LocationState state) {
      return List.of();
    }
  }

  /**
   * There are books that the Location has not heard of. Its node has to know them. One that begins when there are books hears
   * of them before anything else: else its first words are judged by the book that the nodes were configured with, and then
   * anew.
   *
   * @param version offset of the last book
   * @param cause its record
   */
  record TakeRules(long version, Cause cause) implements LocationCommand {

    @Override
    public Decision<LocationEvent> decide(LocationState state, History history) {
      return state.decide(this);
    }

    @Override
    public List<String> due(LocationState state) {
      return List.of();
    }
  }

  /**
   * Readings that words have waited for are in, if they are: then it is known what was heard up to where the clock is. To be
   * asked again while they are not.
   *
   * @param cause the record behind such a word
   */
  record CatchUp(Cause cause) implements LocationCommand {

    @Override
    public Decision<LocationEvent> decide(LocationState state, History history) {
      return state.decide(this);
    }

    @Override
    public List<String> due(LocationState state) {
      return List.of();
    }

    @Override
    public boolean isAhead(LocationState state) {
      return state.isAhead();
    }

    @Override
    public boolean hasToWait(LocationState state) {
      return state.waitsForReadings();
    }
  }

  /**
   * Changes nothing; answered with the next page of evidence.
   *
   * @param cause the record behind the page before
   */
  record FindExpired(Cause cause) implements LocationCommand {

    @Override
    public Decision<LocationEvent> decide(LocationState state, History history) {
      return Decision.none();
    }

    @Override
    public List<String> due(LocationState state) {
      return state.due();
    }
  }
}
