package kongo.doctor.symptom;

import java.util.List;
import java.util.function.Supplier;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.goods.Move;
import kongo.location.Reading;

/** Times after their record's timestamp: nobody measures what has not happened yet, so a clock is ahead. */
final class FastClocks implements Symptom {

  private static final Heading HEADING = new Heading(
      "fast-clocks", Urgency.FIX, Counted.RECORDS,
      "Clocks that are ahead: the time is after the record's timestamp. Each with the farthest. What they send counts from that time on, "
          + "and what comes more than the retention before it is refused.");

  private final long allowed;
  private final Sightings sightings;

  FastClocks(Memory memory) {
    this.allowed = memory.limits().ahead().toMillis();
    this.sightings = new Sightings(memory);
  }

  @Override
  public void moved(RecordAt at, String goods, Move move) {
    String gate = move.destination().equals(Move.OUTSIDE) ? move.source() : move.destination();
    look(at, move.time(), () -> "gate of " + gate, () -> Words.move(goods, move));
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    look(at, reading.time(), () -> Words.sensor(location, reading.sensor()), () -> Words.measured(reading));
  }

  private void look(RecordAt at, long time, Supplier<String> clock, Supplier<String> example) {
    long ahead = time - at.timestamp();
    if (ahead > allowed) {
      sightings.add(clock.get(), at, ahead, () -> "up to " + Words.length(ahead) + " ahead: " + example.get());
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING);
  }
}
