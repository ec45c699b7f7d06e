package kongo.doctor.symptom;

import java.util.List;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Remembered;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.location.Reading;

/** Series of a metric that rules name whose value has never changed. */
final class StuckSensors implements Symptom {

  private static final Heading HEADING = new Heading(
      "stuck-sensors", Urgency.KNOW, Counted.READINGS,
      "Sensors that have never said anything else. Does it measure, or is it a marker of an error?");

  /** The value of a series, as long as there is only one. */
  private static final class Values {
    final double first;
    long lastTime = Long.MIN_VALUE;
    long count;
    boolean hasChanged;
    RecordAt at;

    Values(double first, RecordAt at) {
      this.first = first;
      this.at = at;
    }

    void take(RecordAt record, Reading reading) {
      hasChanged = hasChanged || reading.value() != first;
      // A repetition says nothing new.
      if (reading.time() > lastTime) {
        count++;
        lastTime = reading.time();
        at = record;
      }
    }
  }

  private final Vocabularies names;
  private final Memory memory;
  private final Remembered<SensorSeries, Values> series;

  StuckSensors(Vocabularies names, Memory memory) {
    this.names = names;
    this.memory = memory;
    this.series = memory.remembered();
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    if (names.at(reading.time()).metrics().contains(reading.metric())) {
      series.of(SensorSeries.of(location, reading), () -> new Values(reading.value(), at)).ifPresent(known -> known.take(at, reading));
    }
  }

  @Override
  public List<Finding> findings() {
    Sightings stuck = new Sightings(memory);
    series.forEach((name, known) -> {
      if (!known.hasChanged && known.count >= memory.limits().unchanged()) {
        stuck.addMany(name.toString(), known.count, known.at, "always " + Words.number(known.first));
      }
    });
    return stuck.findings(HEADING);
  }
}
