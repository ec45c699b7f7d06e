package kongo.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import kongo.doctor.finding.Item;
import kongo.doctor.finding.Limits;
import kongo.protocol.Feed;
import kongo.protocol.Partitions;
import kongo.protocol.Reason;
import kongo.rules.RuleBooks;
import org.junit.jupiter.api.Test;

/** Clocks that are off, values that conflict or never change, ids that are nearly alike, and what was refused. */
class OddValuesTest {

  private static final long MINUTE = Case.MINUTE;
  private static final long HOUR = 60 * MINUTE;
  private static final Limits SMALL = new Limits(2, 1_000, 2, 3, 3, 3, Duration.ofSeconds(5), Duration.ofMinutes(50));

  private static Case small() {
    return new Case(SMALL, RuleBooks.original()).places("x");
  }

  private static void reading(Case world, String sensor, long time, double value, long sent) {
    world.send(Case.json("x-t", "temperature", sensor, time, value), sent);
  }

  @Test
  void aClockThatJumpsAhead() {
    Case jump = small();
    reading(jump, "s1", Case.LOADED, 5, Case.LOADED);
    reading(jump, "s1", Case.LOADED + 23 * HOUR, 20, Case.LOADED);
    reading(jump, "s1", Case.LOADED + 2 * HOUR, 20, Case.LOADED);
    reading(jump, "s2", Case.LOADED + 5_000, 5, Case.LOADED);
    Item clock = jump.item("fast-clocks", "x-t sensor s1");
    assertThat(clock.count()).isEqualTo(2);
    assertThat(clock.says()).startsWith("up to 23 h 0 min ahead: temperature 20");
    assertThat(jump.kinds()).containsExactly("fast-clocks");
  }

  @Test
  void aGateWhoseClockIsAhead() {
    Case gate = small().send("{'type':'GOODS','id':'g','categories':['BULKY'],'weight':1}")
        .send("{'type':'RECEIVE','time':%d,'goods':'g','warehouse':'x-w'}".formatted(Case.LOADED + 20 * HOUR), Case.LOADED);
    assertThat(gate.item("fast-clocks", "gate of x-w").says()).startsWith("up to 20 h");
  }

  @Test
  void aClockThatIsAheadByNoMoreThanIsAllowedIsWell() {
    long allowed = Limits.DEFAULT.ahead().toMillis();
    Case near = small().send("{'type':'GOODS','id':'g','categories':['BULKY'],'weight':1}");
    reading(near, "s1", Case.LOADED + allowed, 5, Case.LOADED);
    near.send(received("x-w", Case.LOADED + allowed), Case.LOADED);
    assertThat(near.kinds()).doesNotContain("fast-clocks");

    reading(near, "s2", Case.LOADED + allowed + 1, 5, Case.LOADED);
    near.send(received("x-t", Case.LOADED + allowed + 1), Case.LOADED);
    assertThat(near.finding("fast-clocks").items()).extracting(Item::subject).containsExactly("gate of x-t", "x-t sensor s2");
  }

  private static String received(String place, long time) {
    return "{'type':'RECEIVE','time':%d,'goods':'g','warehouse':'%s'}".formatted(time, place);
  }

  @Test
  void aClockInAnotherTimeZone() {
    Case zone = small();
    for (int i = 0; i < 20; i++) {
      long sent = Case.LOADED + i * MINUTE;
      reading(zone, "s1", sent - HOUR - i % 3 * 1_000, i, sent);
      reading(zone, "s2", sent - 1_000, i, sent);
    }
    assertThat(zone.kinds()).containsExactly("slow-clocks");
    assertThat(zone.item("slow-clocks", "x-t sensor s1").says()).isEqualTo("always 1 h 0 min behind");
    assertThat(zone.finding("slow-clocks").items()).hasSize(1);
  }

  @Test
  void whatIsSentLateInOneGoIsNoSlowClock() {
    Case offline = small();
    for (int i = 0; i < 100; i++) {
      reading(offline, "s1", Case.LOADED - 10 * HOUR + i * MINUTE, i, Case.LOADED + i);
    }
    // Not even together with what comes hours later, again in one go.
    for (int i = 0; i < 100; i++) {
      reading(offline, "s1", Case.LOADED + i * MINUTE, i, Case.LOADED + 10 * HOUR + i);
    }
    assertThat(offline.kinds()).isEmpty();
  }

  @Test
  void anArchiveThatIsSentInIsNoSlowClock() {
    Case archive = small();
    for (int i = 0; i < 20; i++) {
      long sent = Case.LOADED + i * MINUTE;
      reading(archive, "s1", sent - 900 * 24 * HOUR, i, sent);
      reading(archive, "s2", sent - 900 * 24 * HOUR, i, sent);
    }
    assertThat(archive.kinds()).containsExactly("late-records");
  }

  @Test
  void twoDevicesThatWriteOneSeries() {
    Case two = small();
    reading(two, "", Case.LOADED, 5, Case.LOADED);
    reading(two, "", Case.LOADED, 12, Case.LOADED);
    reading(two, "", Case.LOADED, 5, Case.LOADED);
    Item conflict = two.item("conflicting-values", "temperature of x-t");
    assertThat(conflict.says()).isEqualTo("5 and then 12 at 2026-11-28T15:33:00Z");
    assertThat(conflict.count()).isEqualTo(1);
    assertThat(two.kinds()).containsExactly("conflicting-values");
  }

  @Test
  void aShockWithinOneTick() {
    Case shock = small().reading("x-t", "acceleration", "s1", Case.LOADED, 0.2).reading("x-t", "acceleration", "s1", Case.LOADED, 14);
    assertThat(shock.item("conflicting-values", "acceleration of x-t sensor s1").says()).startsWith("0.2 and then 14 at");
  }

  @Test
  void onlyTheLatestReadingsAreCompared() {
    assertThat(conflictAfter(1).kinds()).containsExactly("conflicting-values");
    assertThat(conflictAfter(2).kinds()).isEmpty();
  }

  private static Case conflictAfter(int others) {
    Case far = small();
    reading(far, "s1", Case.LOADED, 5, Case.LOADED + HOUR);
    for (int i = 1; i <= others; i++) {
      reading(far, "s1", Case.LOADED + i, 5, Case.LOADED + HOUR);
    }
    reading(far, "s1", Case.LOADED, 6, Case.LOADED + HOUR);
    return far;
  }

  @Test
  void aSensorThatNeverChanges() {
    Case stuck = small();
    for (int i = 0; i < 3; i++) {
      reading(stuck, "s1", Case.LOADED + i, -127, Case.LOADED + i);
      reading(stuck, "s1", Case.LOADED + i, -127, Case.LOADED + i);
      reading(stuck, "s2", Case.LOADED + i, i < 2 ? 5 : 6, Case.LOADED + i);
      stuck.reading("x-t", "doorOpen", "s1", Case.LOADED + i, 0);
    }
    Item sensor = stuck.item("stuck-sensors", "temperature of x-t sensor s1");
    assertThat(sensor.count()).isEqualTo(3);
    assertThat(sensor.says()).isEqualTo("always -127");
    assertThat(stuck.finding("stuck-sensors").items()).hasSize(1);
  }

  @Test
  void idsThatDifferByCase() {
    Case twins = small().send("{'type':'TRUCK','id':'X-T'}").send("{'type':'TRUCK','id':'y-t'}")
        .reading("x-t", "humidity", "S1", Case.LOADED, 5).reading("x-t", "humidity", "s1", Case.LOADED + 1, 6)
        .reading("x-t", "ozone", "s1", Case.LOADED, 5).reading("x-t", "Ozone", "s1", Case.LOADED, 5)
        .reading("y-t", "humidity", "S1", Case.LOADED, 5);
    assertThat(twins.item("case-twins", "x-t sensor s1").says()).isEqualTo("as a sensor beside S1");
    assertThat(twins.finding("case-twins").items()).hasSize(2);
    assertThat(twins.finding("case-twins").more()).isEqualTo(1);
  }

  @Test
  void theLastDeadLetterOfEachReason() {
    Case refused = small().letter(Reason.TOO_LATE, "too late, one", 1, "{1}").letter(Reason.TOO_LATE, "too late, two", 2, "{2}")
        .letter(Reason.TOO_LATE, "too late, two", 2, "{2}").letter(Reason.NOT_JSON, "", 3, "x".repeat(500));
    Item late = refused.item("dead-letters", "too-late");
    assertThat(late.count()).isEqualTo(2);
    assertThat(late.says()).isEqualTo("too late, two: {2}");
    assertThat(late.at()).hasToString("kongo.sensors/3@2");
    assertThat(refused.item("dead-letters", "not-json").says()).isEqualTo("x".repeat(120) + "...");
  }

  /** However their partitions are read. */
  @Test
  void theLastDeadLetterIsThatWhichWasWrittenLast() {
    Case refused = small().letter(Reason.TOO_LATE, "second", 2, "{}", Case.LOADED + 1).letter(Reason.TOO_LATE, "first", 1, "{}", Case.LOADED);
    assertThat(refused.item("dead-letters", "too-late").says()).isEqualTo("second: {}");
    assertThat(refused.item("dead-letters", "too-late").count()).isEqualTo(2);
  }

  @Test
  void aProducerWithAnotherPartitioner() {
    byte[] value = Case.json("x-t", "temperature", "s1", Case.LOADED, 5).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    int right = Partitions.of("x-t", Case.PARTITIONS);
    int wrong = (right + 1) % Case.PARTITIONS;
    Case librdkafka = small().send(Feed.SENSORS, "x-t", value, Case.LOADED, wrong).send(Feed.SENSORS, null, value, Case.LOADED, wrong);
    assertThat(librdkafka.item("other-partitioner", "kongo.sensors").says())
        .isEqualTo("the key x-t is in partition " + wrong + ", not in " + right);
    assertThat(librdkafka.item("other-partitioner", "kongo.sensors").count()).isEqualTo(1);
  }

  @Test
  void onlySoManyAreNamedAndRemembered() {
    Case many = new Case(new Limits(2, 3, 2, 3, 3, 3, Duration.ofSeconds(5), Duration.ofMinutes(50)), RuleBooks.original());
    IntStream.range(0, 5).forEach(i -> many.reading("place", "metric-" + i, "s", Case.LOADED, i));
    assertThat(many.finding("other-metrics").items()).hasSize(2);
    assertThat(many.finding("other-metrics").more()).isEqualTo(1);
    assertThat(many.diagnosis().unremembered()).isPositive();
  }

  @Test
  void ofARegistryThatIsNotWholeNobodyIsSaidToBeMissing() {
    Case many = new Case(new Limits(2, 2, 2, 3, 3, 3, Duration.ofSeconds(5), Duration.ofMinutes(50)), RuleBooks.original());
    IntStream.range(0, 3).forEach(i -> many.send("{'type':'TRUCK','id':'t-%d'}".formatted(i)));
    many.reading("t-2", "temperature", "s", Case.LOADED, 5).moves("t", "g");
    assertThat(many.kinds()).isEmpty();
    assertThat(many.diagnosis().unremembered()).isPositive();
  }

  @Test
  void whateverComesIsNoReasonToStop() {
    Case garbage = small();
    for (String value : new String[] {"", "{", "[]", "{\"x\":1e999}", "{\"time\":1,\"location\":\"x-t\",\"metric\":\"m\",\"value\":1,\"\\ud800\":[[]]}"}) {
      garbage.send(Feed.SENSORS, "x-t", value.getBytes(StandardCharsets.UTF_8), Case.LOADED, 0);
      garbage.send(Feed.REGISTRY, "x-t", value.getBytes(StandardCharsets.UTF_8), Case.LOADED, 0);
    }
    assertThat(garbage.diagnosis().records()).isEqualTo(12);
  }
}
