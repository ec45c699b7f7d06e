package kongo.doctor.symptom;

import java.util.List;
import kongo.doctor.finding.Counted;
import kongo.doctor.finding.Finding;
import kongo.doctor.finding.Heading;
import kongo.doctor.finding.Memory;
import kongo.doctor.finding.RecordAt;
import kongo.doctor.finding.Sightings;
import kongo.doctor.finding.Urgency;
import kongo.protocol.RegistryRecord;
import kongo.registry.GoodsProfile;

/** Times in profiles that are no milliseconds: any number may be meant there, so none is refused. */
final class OddProfileTimes implements Symptom {

  private static final Heading HEADING = new Heading(
      "odd-profile-times", Urgency.FIX, Counted.RECORDS,
      "Times in profiles that are in the years 1970 to 1973, or after the year 9999. Are these seconds, or microseconds? Kongo takes milliseconds: "
          + "with a useBy in seconds Goods are expired at once, with one in microseconds never, and a from in seconds changes all of the past.");

  private static final long FIRST = 1_000_000;
  private static final long YEAR_10_000 = 253_402_300_800_000L;

  private final Sightings sightings;

  OddProfileTimes(Memory memory) {
    this.sightings = new Sightings(memory);
  }

  @Override
  public void registered(RecordAt at, RegistryRecord said) {
    if (said.registration() instanceof GoodsProfile goods && goods.useBy() != GoodsProfile.NEVER) {
      look(at, said.id(), "useBy", goods.useBy());
    }
    said.from().ifPresent(from -> look(at, said.id(), "from", from));
  }

  /** Small numbers are meant: from 0 is since ever. */
  private void look(RecordAt at, String id, String field, long time) {
    boolean isEarly = time >= FIRST && TimesInSeconds.isSeconds(time);
    if (isEarly || time >= YEAR_10_000) {
      sightings.add(id, at, () -> "%s %d (%s)".formatted(field, time, Words.time(time)));
    }
  }

  @Override
  public List<Finding> findings() {
    return sightings.findings(HEADING);
  }
}
