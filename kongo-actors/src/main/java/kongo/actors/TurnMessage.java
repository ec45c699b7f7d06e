package kongo.actors;

import java.util.List;
import kongo.entity.EntityTurn;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;

/** What an entity hears of what its turn wanted to have done. Of an earlier life of the entity it is no news. */
sealed interface TurnMessage extends GoodsEntity.Command, LocationEntity.Command {

  EntityTurn<?, ?, ?, ?> turn();

  /** Tells the turn. */
  void tell();

  @Override
  default void arriveAt(GoodsEntity goods) {
    goods.take(this);
  }

  @Override
  default void arriveAt(LocationEntity location) {
    location.take(this);
  }

  record Published(EntityTurn<?, ?, ?, ?> turn) implements TurnMessage {
    @Override
    public void tell() {
      turn.published();
    }
  }

  record RowsRead(EntityTurn<?, ?, ?, ?> turn, List<SequenceRange> ranges, List<ReadingsAccepted> rows)
      implements TurnMessage {
    @Override
    public void tell() {
      turn.rowsRead(ranges, rows);
    }
  }

  record GoOn(EntityTurn<?, ?, ?, ?> turn) implements TurnMessage {
    @Override
    public void tell() {
      turn.goOn();
    }
  }

  record IsLong(EntityTurn<?, ?, ?, ?> turn, long number) implements TurnMessage {
    @Override
    public void tell() {
      turn.isLong(number);
    }
  }
}
