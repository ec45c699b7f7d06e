package kongo.doctor.symptom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;

/** Accelerations whose unit is written g, which is the code of grams: each counts as a thousandth, and breaks nothing. */
final class GramsForGravities implements Symptom {

  private static final Heading HEADING = new Heading(
      "grams-for-gravities", Urgency.FIX, Counted.READINGS,
      "Accelerations with the unit g. That is the code of the gram, which is taken as a thousandth of a kilogram, so no rule is broken by it.");

  private static final String GRAM = "g";
  private static final List<String> PARTS = List.of("accel", "shock", "impact", "gforce", "g-force", "g_force", "drop");

  private final Sightings sightings;

  GramsForGravities(Memory memory) {
    this.sightings = new Sightings(memory);
  }

  @Override
  public void unitGiven(RecordAt at, String metric, String unit) {
    String lower = metric.toLowerCase(Locale.ROOT);
    if (unit.equals(GRAM) && PARTS.stream().anyMatch(lower::contains)) {
      sightings.add(metric, at, () -> "with the unit " + unit);
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING, metric -> true, metric -> Optional.of("[g]"));
  }
}
