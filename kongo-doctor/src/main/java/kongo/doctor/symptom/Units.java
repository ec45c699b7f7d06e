package kongo.doctor.symptom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.protocol.Feed;

/** Units that records name where nobody reads them. */
final class Units implements Symptom {

  private static final String SAYS =
      "Kongo reads the unit of a reading in its field unit, and no other: a value is taken as it is, in the unit of the rule "
          + "(the shipped ones: degrees Celsius, kg). ";
  private static final Heading OTHERS = new Heading(
      "foreign-units", Urgency.FIX, Counted.RECORDS, SAYS + "These are others: send unit (such as [degF] or K), or convert the values before they are sent.");
  private static final Heading UNREAD = new Heading(
      "unread-units", Urgency.KNOW, Counted.RECORDS, SAYS + "See that these are the same.");

  private static final Set<String> FIELDS = Set.of("unit", "units", "uom", "unitofmeasure");

  /** Of temperature and weight, by their own names and UN/CEFACT's; in upper case. */
  private static final Set<String> FOREIGN =
      Set.of("F", "\u00b0F", "DEGF", "FAH", "FAHRENHEIT", "K", "KEL", "KELVIN", "LB", "LBS", "LBR", "G", "GRM");

  private final Sightings sightings;

  Units(Memory memory) {
    this.sightings = new Sightings(memory);
  }

  static boolean isUnit(String field) {
    return FIELDS.contains(field.toLowerCase(Locale.ROOT));
  }

  @Override
  public void ignored(RecordAt at, Feed feed, String field, String value) {
    if (isUnit(field)) {
      sightings.add(value, at, () -> "in the field " + field + " of the topic " + feed.topic().key());
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(OTHERS, UNREAD, Units::isForeign, unit -> Optional.empty());
  }

  private static boolean isForeign(String unit) {
    return FOREIGN.contains(unit.toUpperCase(Locale.ROOT));
  }
}
