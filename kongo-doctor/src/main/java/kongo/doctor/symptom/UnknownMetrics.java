package kongo.doctor.symptom;

import java.util.List;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.location.Reading;

/** Readings of metrics that no rule names. */
final class UnknownMetrics implements Symptom {

  private static final Heading MISSPELT = new Heading(
      "unknown-metrics", Urgency.FIX, Counted.READINGS,
      "Metrics that no rule names, and that are like one that a rule names. Nothing judges their readings.");
  private static final Heading OTHERS = new Heading(
      "other-metrics", Urgency.KNOW, Counted.READINGS,
      "Metrics that no rule names. Nothing judges their readings.");

  private final Vocabularies names;
  private final Vocabulary now;
  private final Sightings unknown;

  UnknownMetrics(Vocabularies names, Vocabulary now, Memory memory) {
    this.names = names;
    this.now = now;
    this.unknown = new Sightings(memory);
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    if (!names.mean(reading.metric(), reading.time())) {
      unknown.add(reading.metric(), at, () -> Words.value(location, reading));
    }
  }

  @Override
  public List<Finding> findings() {
    return unknown.findings(MISSPELT, OTHERS, metric -> Nearest.of(metric, now.metrics()));
  }
}
