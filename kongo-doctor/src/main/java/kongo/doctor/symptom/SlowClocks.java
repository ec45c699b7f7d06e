package kongo.doctor.symptom;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Remembered;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.location.Reading;

/**
 * Clocks that are behind: all times of a sensor are long before their records' timestamps, by nearly the same, while
 * both go on. Nearly: the delays differ by a tenth at most of the time that went by. What is sent late in one go has
 * delays that shrink, so it is not this.
 */
final class SlowClocks implements Symptom {

  private static final Heading SOME = new Heading(
      "slow-clocks", Urgency.FIX, Counted.READINGS,
      "Clocks that are behind: the times go on in step with the records' timestamps, and always as long before them. "
          + "Or all that the sensor sends comes so late. Until then nobody is told of anything.");
  private static final Heading ALL = new Heading(
      "late-records", Urgency.KNOW, Counted.READINGS,
      "All sensors are behind alike. Is an archive sent in, or a simulation? Else all that is sent comes so late.");

  private static final int PART = 10;

  private record Sensor(String location, String sensor) {}

  /** How late what a sensor sends has come. */
  private static final class Delays {
    long count;
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    long firstSent = Long.MAX_VALUE;
    long lastSent = Long.MIN_VALUE;
    RecordAt last;

    Delays(RecordAt at) {
      this.last = at;
    }

    void take(RecordAt at, long time) {
      long delay = at.timestamp() - time;
      count++;
      least = Math.min(least, delay);
      most = Math.max(most, delay);
      firstSent = Math.min(firstSent, at.timestamp());
      lastSent = Math.max(lastSent, at.timestamp());
      last = at;
    }

    String words() {
      String shortest = Words.length(least);
      String longest = Words.length(most);
      return "always " + (shortest.equals(longest) ? shortest : shortest + " to " + longest) + " behind";
    }

    boolean isInStep() {
      return (most - least) * PART <= lastSent - firstSent && lastSent > firstSent;
    }
  }

  private final Memory memory;
  private final Remembered<Sensor, Delays> delays;

  SlowClocks(Memory memory) {
    this.memory = memory;
    this.delays = memory.remembered();
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    if (!TimesInSeconds.isSeconds(reading.time())) {
      delays.of(new Sensor(location, reading.sensor()), () -> new Delays(at)).ifPresent(known -> known.take(at, reading.time()));
    }
  }

  @Override
  public List<Finding> findings() {
    Sightings behind = new Sightings(memory);
    AtomicInteger judged = new AtomicInteger();
    AtomicInteger slow = new AtomicInteger();
    delays.forEach((sensor, known) -> {
      if (known.count >= memory.limits().inStep()) {
        judged.incrementAndGet();
        if (isBehind(known)) {
          slow.incrementAndGet();
          behind.addMany(Words.sensor(sensor.location(), sensor.sensor()), known.count, known.last, known.words());
        }
      }
    });
    boolean areAll = slow.get() > 1 && slow.get() == judged.get();
    return behind.findings(areAll ? ALL : SOME);
  }

  private boolean isBehind(Delays known) {
    return known.least >= memory.limits().behind().toMillis() && known.isInStep();
  }
}
