package kongo.doctor.symptom;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.goods.Move;
import kongo.location.Reading;

/** Places that readings or moves name, and that nobody registered. */
final class UnregisteredPlaces implements Symptom {

  private static final Heading HEADING = new Heading(
      "unregistered-places", Urgency.FIX, Counted.RECORDS,
      "Places that are not registered. What is sent in for a misspelt place is missing at the right one. A truck without a profile may carry any weight.");

  private final Registered registered;
  private final Sightings sightings;

  UnregisteredPlaces(Registered registered, Memory memory) {
    this.registered = registered;
    this.sightings = new Sightings(memory);
  }

  @Override
  public void moved(RecordAt at, String goods, Move move) {
    Stream.of(move.warehouse(), move.truck())
        .filter(place -> !place.isEmpty())
        .distinct()
        .forEach(place -> look(at, place, () -> Words.move(goods, move)));
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    look(at, location, () -> Words.fromSensor(reading));
  }

  /** Whether such a Goods is registered is asked elsewhere. */
  @Override
  public void measuredByLogger(RecordAt at, String goods, Reading reading) {}

  private void look(RecordAt at, String place, Supplier<String> example) {
    if (registered.isWhole() && !registered.isPlace(place) && !registered.isGoods(place)) {
      sightings.add(place, at, example);
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING, place -> true, registered::nearestPlace);
  }
}
