package kongo.actors;

import kongo.goods.GoodsEvent;
import kongo.location.LocationEvent;

/** About how many bytes an event takes in the journal. */
final class JournalWeight {

  private static final int ROW = 200;
  private static final int PER_READING = 20;
  private static final int PER_STAY = 60;
  private static final int PER_MOVE = 60;

  private JournalWeight() {}

  static long of(LocationEvent event) {
    if (event instanceof LocationEvent.ReadingsAccepted readings) {
      return ROW + (long) PER_READING * readings.size();
    }
    if (event instanceof LocationEvent.GoodsSeen seen) {
      return ROW + seen.goods().stream().mapToLong(goods -> ROW + (long) PER_STAY * goods.stays().size()).sum();
    }
    return ROW;
  }

  static long of(GoodsEvent event) {
    return event instanceof GoodsEvent.MovesAccepted moves ? ROW + (long) PER_MOVE * moves.moves().size() : ROW;
  }
}
