package kongo.location;

import java.util.List;
import kongo.goods.GoodsAt;
import kongo.registry.PlaceAt;
import kongo.violation.Cause;
import kongo.violation.Decision;

/** What a Location is asked to take in. Each kind says which part of the machine it is for. */
public sealed interface LocationCommand {

  /**
   * @throws HistoryMissing if rows of the Location's journal have to be read first
   */
  Decision<LocationEvent> decide(LocationState state, History history);

  /** The Goods here whose time has come and who do not know; an answer tells a page of them, and that there are more. */
  List<String> due(LocationState state);

  record TakeReadings(ReadingBatch batch) implements LocationCommand {

    @Override
    public Decision<LocationEvent> decide(LocationState state, History history) {
      return state.decide(this, history);
    }

    @Override
    public List<String> due(LocationState state) {
      return state.due();
    }
  }

  record TakeGoods(List<GoodsAt> goods) implements LocationCommand {

    @Override
    public Decision<LocationEvent> decide(LocationState state, History history) {
      return state.decide(this);
    }

    /** Only of these: the others are due by a reading, and who sent that one answers for them. */
    @Override
    public List<String> due(LocationState state) {
      return goods.stream().map(GoodsAt::goods).filter(state::isDue).toList();
    }
  }

  record TakePlace(PlaceAt place) implements LocationCommand {

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
