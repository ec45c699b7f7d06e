package kongo.doctor.symptom;

import java.util.List;
import java.util.Locale;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.protocol.RegistryRecord;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;

/** Ids that were registered as things of several types. */
final class SharedIds implements Symptom {

  private static final Heading HEADING = new Heading(
      "shared-ids", Urgency.FIX, Counted.RECORDS,
      "Ids that were registered as things of several types. An id is what its first record says, for all time: the others are dead letters "
          + "(type-conflict), and what they are about has no profile. Give it another id.");

  private final Registered registered;
  private final Sightings sightings;

  /** @param registered as it is before each record */
  SharedIds(Registered registered, Memory memory) {
    this.registered = registered;
    this.sightings = new Sightings(memory);
  }

  @Override
  public void registered(RecordAt at, RegistryRecord said) {
    if (registered.isOfOtherType(said.id(), said.registration())) {
      sightings.add(said.id(), at, () -> "is " + word(registered.type(said.id()).orElseThrow()) + ", and was then registered as " + word(said));
    }
  }

  private static String word(RegistryRecord said) {
    if (said.registration() instanceof PlaceProfile place) {
      return word(place.type());
    }
    return said.registration() instanceof GoodsProfile ? word(PlaceType.GOODS) : "nothing";
  }

  private static String word(PlaceType type) {
    return type == PlaceType.GOODS ? "a Goods" : "a " + type.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING);
  }
}
