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

/** Series that say nothing any more but what a sensor cannot mean. */
final class FaultySensors implements Symptom {

  private static final Heading HEADING = new Heading(
      "faulty-sensors", Urgency.FIX, Counted.READINGS,
      "Sensors whose latest readings are all faulty: the rule book says (metrics) that a sensor cannot mean such values. They break no rule, "
          + "so nobody measures there. Is a probe off, or is the book wrong?");

  /** The faulty readings of a series since its last one that is not. */
  private static final class Faults {
    long count;
    long lastTime = Long.MIN_VALUE;
    double last;
    RecordAt at;

    Faults(RecordAt at) {
      this.at = at;
    }

    /** What is sent late or again says nothing of how it is now. */
    void take(RecordAt record, Reading reading, boolean isFaulty) {
      if (reading.time() > lastTime) {
        lastTime = reading.time();
        count = isFaulty ? count + 1 : 0;
        last = reading.value();
        at = record;
      }
    }
  }

  private final Vocabularies names;
  private final Memory memory;
  private final Remembered<SensorSeries, Faults> series;

  FaultySensors(Vocabularies names, Memory memory) {
    this.names = names;
    this.memory = memory;
    this.series = memory.remembered();
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    Vocabulary then = names.at(reading.time());
    if (then.hasFaulty(reading.metric())) {
      series.of(SensorSeries.of(location, reading), () -> new Faults(at))
          .ifPresent(known -> known.take(at, reading, then.isFaulty(reading)));
    }
  }

  @Override
  public List<Finding> findings() {
    Sightings faulty = new Sightings(memory);
    series.forEach((name, known) -> {
      if (known.count >= memory.limits().faulty()) {
        faulty.addMany(name.toString(), known.count, known.at, "the last one " + Words.number(known.last));
      }
    });
    return faulty.findings(HEADING);
  }
}
