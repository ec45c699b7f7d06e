package kongo.doctor.symptom;

import java.util.List;
import java.util.stream.Stream;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.goods.Move;

/** Moves whose place is a Goods: a pallet, or a mistake. */
final class GoodsAsPlaces implements Symptom {

  private static final Heading HEADING = new Heading(
      "goods-as-places", Urgency.KNOW, Counted.MOVES,
      "Goods that moves name as a place, such as a pallet. What is there is judged by the loggers of that Goods alone: it does not move "
          + "with it, and no rule about trucks or warehouses is about it. If a truck is meant, its id is written otherwise.");

  private final Registered registered;
  private final Sightings sightings;

  GoodsAsPlaces(Registered registered, Memory memory) {
    this.registered = registered;
    this.sightings = new Sightings(memory);
  }

  @Override
  public void moved(RecordAt at, String goods, Move move) {
    Stream.of(move.warehouse(), move.truck())
        .filter(registered::isGoods)
        .distinct()
        .forEach(place -> sightings.add(place, at, () -> Words.move(goods, move)));
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING);
  }
}
