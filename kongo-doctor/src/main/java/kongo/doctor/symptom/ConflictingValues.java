package kongo.doctor.symptom;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Remembered;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.location.Reading;

/** Series that have two values at one time. Only so many latest readings of a series are compared. */
final class ConflictingValues implements Symptom {

  private static final Heading HEADING = new Heading(
      "conflicting-values", Urgency.FIX, Counted.READINGS,
      "Series with two values at one time. The first counts, the others are dead letters (conflict), unless they correct it. "
          + "Do two devices write one series (give each its own sensor), or is a clock too coarse?");

  /** The latest readings of a series, in a ring. */
  private static final class Recent {
    private final int most;
    private long[] times = new long[1];
    private double[] values = new double[1];
    private int size;
    private int next;

    Recent(int most) {
      this.most = most;
    }

    OptionalDouble at(long time) {
      for (int i = 0; i < size; i++) {
        if (times[i] == time) {
          return OptionalDouble.of(values[i]);
        }
      }
      return OptionalDouble.empty();
    }

    void add(long time, double value) {
      if (size < most && size == times.length) {
        times = Arrays.copyOf(times, Math.min(most, 2 * size));
        values = Arrays.copyOf(values, times.length);
      }
      int index = size < times.length ? size++ : next;
      next = (index + 1) % times.length;
      times[index] = time;
      values[index] = value;
    }
  }

  private final int recent;
  private final Remembered<SensorSeries, Recent> series;
  private final Sightings sightings;

  ConflictingValues(Memory memory) {
    this.recent = memory.limits().recent();
    this.series = memory.remembered();
    this.sightings = new Sightings(memory);
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    SensorSeries name = SensorSeries.of(location, reading);
    series.of(name, () -> new Recent(recent)).ifPresent(known -> compare(name, known, at, reading));
  }

  private void compare(SensorSeries name, Recent known, RecordAt at, Reading reading) {
    OptionalDouble first = known.at(reading.time());
    if (first.isEmpty()) {
      known.add(reading.time(), reading.value());
    } else if (first.getAsDouble() != reading.value()) {
      sightings.add(name.toString(), at, () -> "%s and then %s at %s".formatted(
          Words.number(first.getAsDouble()), Words.number(reading.value()), Words.time(reading.time())));
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING);
  }
}
