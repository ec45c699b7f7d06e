package kongo.doctor.symptom;

import java.util.List;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.goods.Move;
import kongo.location.Reading;

/** Times that are seconds where milliseconds are meant: they are in the year 1970, where no Goods is. */
final class TimesInSeconds implements Symptom {

  private static final Heading HEADING = new Heading(
      "times-in-seconds", Urgency.FIX, Counted.RECORDS,
      "Records from before 1973. Are their times seconds? Kongo takes milliseconds, so these count for no Goods of today.");

  /** In milliseconds this is in 1973; in seconds it is after the year 5000. */
  private static final long SURELY_SECONDS = 100_000_000_000L;

  private final Sightings sightings;

  TimesInSeconds(Memory memory) {
    this.sightings = new Sightings(memory);
  }

  @Override
  public void moved(RecordAt at, String goods, Move move) {
    if (isSeconds(move.time())) {
      sightings.add(goods, at, () -> Words.move(move));
    }
  }

  @Override
  public void measured(RecordAt at, String location, Reading reading) {
    if (isSeconds(reading.time())) {
      sightings.add(Words.sensor(location, reading.sensor()), at, () -> Words.measured(reading));
    }
  }

  static boolean isSeconds(long time) {
    return time < SURELY_SECONDS;
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING);
  }
}
