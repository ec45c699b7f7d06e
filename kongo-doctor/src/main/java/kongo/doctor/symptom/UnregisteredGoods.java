package kongo.doctor.symptom;

import java.util.List;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.goods.Move;
import kongo.location.Reading;

/** Goods that move, or have a logger, and no profile. */
final class UnregisteredGoods implements Symptom {

  private static final Heading HEADING = new Heading(
      "unregistered-goods", Urgency.FIX, Counted.RECORDS,
      "Goods that move, or that a logger travels with, and that are not registered. They have no categories and weigh nothing, so no rule protects them. "
          + "Was their registration refused (see the dead letters), or is their id written otherwise there?");

  private final Registered registered;
  private final Sightings sightings;

  UnregisteredGoods(Registered registered, Memory memory) {
    this.registered = registered;
    this.sightings = new Sightings(memory);
  }

  @Override
  public void moved(RecordAt at, String goods, Move move) {
    if (registered.isWhole() && !registered.isGoods(goods)) {
      sightings.add(goods, at, () -> Words.move(move));
    }
  }

  @Override
  public void measuredByLogger(RecordAt at, String goods, Reading reading) {
    if (registered.isWhole() && !registered.isGoods(goods)) {
      sightings.add(goods, at, () -> Words.fromSensor(reading));
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING, goods -> true, registered::goodsWrittenLike);
  }
}
