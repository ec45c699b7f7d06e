package kongo.host.settings;

import java.time.Duration;
import kongo.doctor.Reach;

/**
 * How far an examination of the input goes that a node makes for its HTTP interface.
 *
 * @param remembered ids, series and the like of each sort that one remembers
 * @param keep how long one is answered before there is another
 * @param limit how long one may take
 */
public record DoctorSettings(Reach reach, int remembered, Duration keep, Duration limit) {

  static DoctorSettings read(SettingReader reader) {
    return new DoctorSettings(
        new Reach(
            reader.duration("doctor.span", Duration.ofSeconds(1), Duration.ofDays(36_500)),
            reader.integer("doctor.records", 1, 1_000_000_000)),
        reader.integer("doctor.remembered", 1, 100_000_000),
        reader.duration("doctor.keep", Duration.ZERO, Duration.ofDays(1)),
        reader.duration("doctor.limit", Duration.ofMillis(100), Duration.ofHours(1)));
  }
}
