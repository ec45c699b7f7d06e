package kongo.cluster;

import static kongo.cluster.FieldWorld.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Values at the bound, sensors that speak seldom, and sensors that say they are broken. */
class FieldAlarmsTest {

  private static final String METRICS = "metrics { temperature { min = -90, max = 150, not = [-127, 85, -999] } }\n";

  private static FieldWorld chilled(String more) {
    return FieldWorld.by("hold = 90m, rules { chilled { metric = temperature, min = 2, max = 8, for = [T2]%s } }".formatted(more));
  }

  /** A minute above the bound and a minute below, ten times. */
  private static FieldWorld flapping(String more) {
    FieldWorld world = chilled(more).load("c08", "T2");
    for (int minute = 1; minute <= 20; minute++) {
      world.temperature("c08-t", minute * MINUTE, minute % 2 == 1 ? 8.1 : 7.9);
    }
    return world.temperature("c08-t", 21 * MINUTE, 7.0);
  }

  @Test
  void flappingIsTenAlarms() {
    assertThat(flapping("").violations()).hasSize(10);
  }

  @Test
  void flappingIsNoneForWhoWaits() {
    assertThat(flapping(", delay = 10m").violations()).isEmpty();
  }

  @Test
  void flappingIsOneForWhoAsksForMoreThanTheBound() {
    assertThat(flapping(", deadband = 0.5").violations()).containsExactly("c08-g/chilled/c08-t/s1/H+1 CLOSED H+21 10x 8.1");
  }

  @Test
  void flappingIsOneForWhoMerges() {
    assertThat(flapping(", merge = 2m").violations()).containsExactly("c08-g/chilled/c08-t/s1/H+1 CLOSED H+20 10x 8.1");
  }

  /** It speaks when something changes: not for hours, and longer than its values hold. */
  private static FieldWorld onChangeOnly(String more) {
    return chilled(more).load("c34", "T2").temperature("c34-t", 0, 9.7).temperature("c34-t", 180 * MINUTE, 9.5).temperature("c34-t", 355 * MINUTE, 9.6);
  }

  @Test
  void aSensorThatReportsOnChangeIsCutByHold() {
    assertThat(onChangeOnly("").violations()).containsExactly(
        "c34-g/chilled/c34-t/s1/H+0 CLOSED H+90 1x 9.7", "c34-g/chilled/c34-t/s1/H+180 CLOSED H+270 1x 9.5",
        "c34-g/chilled/c34-t/s1/H+355 OPEN 1x 9.6");
  }

  @Test
  void aSensorThatReportsOnChangeIsOneAlarmWhereTheGapsAreMerged() {
    assertThat(onChangeOnly(", merge = 91m").violations()).containsExactly("c34-g/chilled/c34-t/s1/H+0 OPEN 3x 9.7");
  }

  /** The first gap is as long as that, the second shorter. */
  @Test
  void aGapAsLongAsMergeIsNotMerged() {
    assertThat(onChangeOnly(", merge = 90m").violations()).containsExactly(
        "c34-g/chilled/c34-t/s1/H+0 CLOSED H+90 1x 9.7", "c34-g/chilled/c34-t/s1/H+180 OPEN 2x 9.6");
  }

  private static FieldWorld markers(String metrics) {
    return FieldWorld.by(metrics + "rules { chilled { metric = temperature, min = 2, max = 8, for = [T2] } }")
        .load("c04", "T2")
        .reading(5 * MINUTE, "'location':'c04-t','metric':'temperature','sensor':'v9','value':-999")
        .reading(5 * MINUTE, "'location':'c04-t','metric':'temperature','sensor':'v10','value':85.0");
  }

  @Test
  void aMarkerOfAnErrorIsNoTemperature() {
    assertThat(markers("").violations()).containsExactly(
        "c04-g/chilled/c04-t/v10/H+5 OPEN 1x 85.0", "c04-g/chilled/c04-t/v9/H+5 OPEN 1x -999.0");
    assertThat(markers(METRICS).violations()).isEmpty();
  }

  /** In Fahrenheit the markers are others: they are compared after the conversion. */
  @Test
  void aMarkerIsKnownInItsUnit() {
    assertThat(FieldWorld.by(METRICS + "rules { chilled { metric = temperature, min = 2, max = 8, for = [T2] } }")
        .load("f", "T2")
        .reading(5 * MINUTE, "'location':'f-t','metric':'temperature','sensor':'s1','value':185,'unit':'[degF]'")
        .violations()).isEmpty();
  }

  /** The probe comes off while it is -22: what it says then is no proof that the Goods are frozen. */
  private static FieldWorld offTheProbe(String metrics) {
    return FieldWorld.by(
        metrics + """
        rules {
          frozen { metric = temperature, min = -273, max = -20, for = [T1] }
          heard { metric = temperature, silent = 15m, for = [T1], at = TRUCK }
        }
        """)
        .load("c04f", "T1")
        .temperature("c04f-t", 5 * MINUTE, -22)
        .temperature("c04f-t", 10 * MINUTE, -127.0)
        .temperature("c04f-t", 15 * MINUTE, -127)
        .temperature("c04f-t", 25 * MINUTE, -127);
  }

  @Test
  void aProbeThatCameOffFreezesNothing() {
    assertThat(offTheProbe("").violations()).isEmpty();
    assertThat(offTheProbe(METRICS).violations()).containsExactly("c04f-g/heard/c04f-t/-/H+20 OPEN");
  }

  /** The alarm of before ends where it comes off: nobody knows how it went on, and silence tells of that. */
  @Test
  void aProbeThatComesOffEndsWhatItSaid() {
    assertThat(FieldWorld.by(METRICS + "rules { frozen { metric = temperature, min = -273, max = -20, for = [T1] } }")
        .load("g", "T1")
        .temperature("g-t", 5 * MINUTE, -15)
        .temperature("g-t", 10 * MINUTE, -127)
        .violations()).containsExactly("g-g/frozen/g-t/s1/H+5 CLOSED H+10 1x -15.0");
  }

  /** A sensor that was replaced says nothing any more, so its alarm stays until somebody takes it off: a marker ends it. */
  @Test
  void aSensorThatWasReplacedEndsWithAMarker() {
    FieldWorld replaced = FieldWorld.by(METRICS + "rules { chilled { metric = temperature, min = 2, max = 8, for = [T2] } }")
        .load("c80", "T2")
        .temperature("c80-t", MINUTE, 9)
        .reading(10 * MINUTE, "'location':'c80-t','metric':'temperature','sensor':'s2','value':5");
    assertThat(replaced.violations()).containsExactly("c80-g/chilled/c80-t/s1/H+1 OPEN 1x 9.0");
    assertThat(replaced.temperature("c80-t", 10 * MINUTE, -999).violations()).containsExactly("c80-g/chilled/c80-t/s1/H+1 CLOSED H+10 1x 9.0");
  }

  /** A quiet shelf: nothing is measured there, and somebody says that time has passed. */
  @Test
  void aQuietShelfExpiresByItsClock() {
    FieldWorld shelf = FieldWorld.by("rules {}")
        .send("{'type':'GOODS','id':'c25s-g','useBy':%d}".formatted(FieldWorld.LOADED + 10 * MINUTE))
        .move(0, "'type':'RECEIVE','goods':'c25s-g','warehouse':'c25s-w'");
    assertThat(shelf.violations()).isEmpty();
    assertThat(shelf.clock("c25s-w", 10 * MINUTE).violations()).containsExactly("c25s-g/expired/-/-/H+10 OPEN");
  }
}
