package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.location.SeriesKey;
import kongo.registry.GoodsProfile;
import kongo.registry.Registration;
import kongo.violation.Correction;
import kongo.violation.Refusal.Reason;
import org.junit.jupiter.api.Test;

/** Sections 2, 3 and 9 of docs/semantics.md, with a retention of 100 ms. */
class AcceptanceTest {

  private final Acceptance acceptance = new Acceptance(Duration.ofMillis(100));
  private long offset;

  @Test
  void ofReadingsOfOneSeriesAndTimeTheLowestOffsetCounts() {
    read("l", "s", 10, 1);
    read("l", "s", 10, 1);
    read("l", "s", 10, 2);
    read("l", "other", 10, 3);
    read("m", "s", 10, 4);

    assertThat(series("l", "s").size()).isEqualTo(1);
    assertThat(series("l", "s").value(0)).isEqualTo(1);
    assertThat(series("l", "other").value(0)).isEqualTo(3);
    assertThat(series("m", "s").value(0)).isEqualTo(4);
    assertThat(acceptance.duplicates()).isEqualTo(1);
    assertThat(acceptance.refused()).containsExactly(new RefusedRecord(InputTopic.SENSORS, 0, 2, Reason.CONFLICT));
  }

  @Test
  void ofAReadingTheHighestCorrectionCountsWheneverItComes() {
    correct(10, 8, 2, false);
    read("l", "s", 10, 97);
    correct(10, 5, 1, false);

    assertThat(acceptance.refused()).isEmpty();
    assertThat(series("l", "s").size()).isEqualTo(1);
    assertThat(series("l", "s").value(0)).isEqualTo(8);
  }

  @Test
  void aVoidReadingIsNoneUntilAHigherCorrectionSaysOtherwise() {
    read("l", "s", 10, 97);
    correct(10, 0, 1, true);
    assertThat(series("l", "s").size()).isZero();
    assertThat(series("l", "s").newest()).isEqualTo(10);

    correct(10, 5, 2, false);
    assertThat(series("l", "s").value(0)).isEqualTo(5);
  }

  @Test
  void whatSaysOtherwiseThanAnAcceptedOneOfItsCorrectionIsAConflictAlsoIfThatIsSuperseded() {
    read("l", "s", 10, 97);
    correct(10, 5, 1, false);
    correct(10, 0, 2, true);
    read("l", "s", 10, 96);
    read("l", "s", 10, 97);
    correct(10, 5, 1, true);
    correct(10, 7, 2, true);
    correct(10, 7, 2, false);

    assertThat(acceptance.refused()).containsExactly(
        new RefusedRecord(InputTopic.SENSORS, 0, 3, Reason.CONFLICT),
        new RefusedRecord(InputTopic.SENSORS, 0, 5, Reason.CONFLICT),
        new RefusedRecord(InputTopic.SENSORS, 0, 7, Reason.CONFLICT));
    assertThat(acceptance.duplicates()).isEqualTo(2);
  }

  @Test
  void aVoidMoveIsNoneUntilAHigherCorrectionSaysOtherwise() {
    Move move = new Move(MoveType.LOAD, 10, "w", "t");
    move("g", move);
    correct(move, 1, true);
    assertThat(acceptance.accepted().moves().get("g").counting()).isEmpty();
    assertThat(acceptance.accepted().moves().get("g").all()).containsExactly(move);

    correct(move, 0, true);
    correct(move, 3, false);
    correct(move, 2, true);
    correct(move, 3, false);
    assertThat(acceptance.accepted().moves().get("g").counting()).containsExactly(move);
    assertThat(acceptance.refused()).containsExactly(new RefusedRecord(InputTopic.RFID, 0, 2, Reason.CONFLICT));
    assertThat(acceptance.duplicates()).isEqualTo(1);
  }

  @Test
  void aVoidRecordMakesOthersTooLateAsAnyDoes() {
    correct(200, 0, 0, true);
    read("l", "s", 99, 1);

    assertThat(acceptance.refused()).containsExactly(new RefusedRecord(InputTopic.SENSORS, 0, 1, Reason.TOO_LATE));
  }

  @Test
  void aConflictMakesNothingTooLate() {
    Acceptance small = new Acceptance(Duration.ofMillis(100));
    small.reading(0, 0, "l", new Reading("m", "", 200, 1));
    small.reading(1, 0, "l", new Reading("m", "", 200, 2));
    small.reading(1, 1, "l", new Reading("m", "", 50, 2));

    assertThat(small.refused()).containsExactly(new RefusedRecord(InputTopic.SENSORS, 1, 0, Reason.CONFLICT));
  }

  @Test
  void sortsReadingsByTime() {
    for (int time : new int[] {50, 10, 30, 20, 40, 0, 60}) {
      read("l", "s", time, -time);
    }

    Series series = series("l", "s");
    assertThat(series.size()).isEqualTo(7);
    for (int i = 0; i < 7; i++) {
      assertThat(series.time(i)).isEqualTo(10L * i);
      assertThat(series.value(i)).isEqualTo(-10.0 * i);
    }
    assertThat(series.firstFrom(30)).isEqualTo(3);
    assertThat(series.firstFrom(31)).isEqualTo(4);
    assertThat(series.firstFrom(61)).isEqualTo(7);
  }

  @Test
  void movesWithEqualFieldsAreOne() {
    Move move = new Move(MoveType.LOAD, 10, "w", "t");
    Move elsewhere = new Move(MoveType.LOAD, 10, "w", "u");
    move("g", move);
    move("g", elsewhere);
    move("g", new Move(MoveType.LOAD, 10, "w", "t"));
    move("h", move);

    assertThat(acceptance.accepted().moves().get("g").counting()).isEqualTo(Set.of(move, elsewhere));
    assertThat(acceptance.accepted().moves().get("h").counting()).isEqualTo(Set.of(move));
    assertThat(acceptance.duplicates()).isEqualTo(1);
  }

  @Test
  void aReadingIsTooLateWhenMoreThanRetentionBehindAnEarlierOneOfItsLocation() {
    read("l", "s", 200, 1);
    read("l", "other", 100, 1);
    read("l", "s", 99, 1);
    read("m", "s", 99, 1);

    assertThat(acceptance.refused()).containsExactly(new RefusedRecord(InputTopic.SENSORS, 0, 2, Reason.TOO_LATE));
    assertThat(series("l", "s").size()).isEqualTo(1);
    assertThat(series("m", "s").size()).isEqualTo(1);
  }

  @Test
  void onlyEarlierRecordsMakeOneTooLate() {
    read("l", "s", 0, 1);
    read("l", "s", 1000, 1);

    assertThat(acceptance.refused()).isEmpty();
  }

  @Test
  void aRepetitionThatIsTooLateIsRefusedNotCounted() {
    read("l", "s", 0, 1);
    read("l", "s", 1000, 1);
    read("l", "s", 0, 1);

    assertThat(acceptance.refused()).containsExactly(new RefusedRecord(InputTopic.SENSORS, 0, 2, Reason.TOO_LATE));
    assertThat(acceptance.duplicates()).isZero();
    assertThat(series("l", "s").size()).as("the accepted one stays").isEqualTo(2);
  }

  @Test
  void movesAndReadingsDoNotMakeEachOtherTooLate() {
    read("x", "s", 1000, 1);
    move("x", new Move(MoveType.RECEIVE, 0, "w", ""));
    move("x", new Move(MoveType.RECEIVE, 1000, "w", ""));
    move("x", new Move(MoveType.RECEIVE, 899, "w", ""));
    move("y", new Move(MoveType.RECEIVE, 899, "w", ""));

    assertThat(acceptance.refused()).containsExactly(new RefusedRecord(InputTopic.RFID, 0, 3, Reason.TOO_LATE));
  }

  @Test
  void aLocationHasTenThousandSeriesAtMost() {
    for (int i = 0; i < 10_000; i++) {
      read("l", "s" + i, 1000, 1);
    }
    read("l", "one-more", 1000, 1);
    read("l", "s7", 1001, 1);
    read("m", "one-more", 1000, 1);
    read("l", "one-more", 0, 1);

    assertThat(acceptance.refused()).containsExactly(
        new RefusedRecord(InputTopic.SENSORS, 0, 10_000, Reason.TOO_MANY_SERIES),
        new RefusedRecord(InputTopic.SENSORS, 0, 10_003, Reason.TOO_LATE));
    assertThat(acceptance.accepted().readings().get("l")).hasSize(10_000);
    assertThat(series("l", "s7").size()).isEqualTo(2);
  }

  @Test
  void whatIsRefusedMakesNothingElseTooLate() {
    Acceptance oneSeries = new Acceptance(Duration.ofMillis(100), 1);
    oneSeries.reading(0, 0, "l", new Reading("m", "", 0, 1));
    oneSeries.reading(0, 1, "l", new Reading("n", "", 100, 1));
    oneSeries.reading(0, 2, "l", new Reading("m", "", 1, 1));
    oneSeries.reading(0, 3, "l", new Reading("m", "", -1, 1));

    assertThat(oneSeries.refused())
        .containsExactly(new RefusedRecord(InputTopic.SENSORS, 0, 1, Reason.TOO_MANY_SERIES));
  }

  /** Retention 100, two series: a has none within the retention when d comes, and may not come back then. */
  @Test
  void aSeriesThatIsSilentForTheRetentionIsGivenUp() {
    Acceptance two = new Acceptance(Duration.ofMillis(100), 2);
    long at = 0;
    for (Object[] each
        : new Object[][] {{"a", 0}, {"b", 50}, {"c", 100}, {"b", 100}, {"c", 101}, {"a", 102}, {"b", 150}, {"b", 150}, {"d",
        201}, {"d", 202}, {"a", 250}, {"a", 303}}) {
      two.reading(0, at++, "l", new Reading((String) each[0], "", (int) each[1], 1));
    }
    assertThat(two.refused()).extracting(RefusedRecord::offset).containsExactly(2L, 5L, 8L, 10L);
    assertThat(two.refused()).extracting(RefusedRecord::reason).containsOnly(Reason.TOO_MANY_SERIES);
    assertThat(two.accepted().readings().get("l")).hasSize(4);
    assertThat(two.duplicates()).isEqualTo(1);
  }

  /** All loggers of a place are replaced at once: the first new one gives all old ones up by itself. */
  @Test
  void aReadingCountsForItself() {
    Acceptance two = new Acceptance(Duration.ofMillis(100), 2);
    two.reading(0, 0, "l", new Reading("a", "", 0, 1));
    two.reading(0, 1, "l", new Reading("b", "", 0, 1));
    two.reading(0, 2, "l", new Reading("c", "", 101, 1));
    assertThat(two.refused()).isEmpty();
  }

  @Test
  void theLastRegistrationCountsWhateverItsType() {
    acceptance.registration(0, 0, "a", GoodsProfile.NONE);
    acceptance.registration(0, 1, "b", Registration.DELETED);
    acceptance.registration(0, 2, "a", Registration.DELETED);
    acceptance.registration(0, 3, "b", GoodsProfile.NONE);

    assertThat(acceptance.accepted().registry())
        .containsEntry("a", Profiles.always(Registration.DELETED)).containsEntry("b", Profiles.always(GoodsProfile.NONE))
        .hasSize(2);
  }

  @Test
  void offsetsOfAPartitionMustAscend() {
    read("l", "s", 10, 1);
    acceptance.reading(1, 0, "m", new Reading("heat", "s", 10, 1));

    assertThatThrownBy(() -> acceptance.reading(0, 0, "l", new Reading("heat", "s", 11, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void read(String location, String sensor, long time, double value) {
    acceptance.reading(0, offset++, location, new Reading("heat", sensor, time, value));
  }

  private void correct(long time, double value, int number, boolean isVoid) {
    acceptance.reading(0, offset++, time, "l", new Reading("heat", "s", time, value), new Correction(number, isVoid));
  }

  private void correct(Move move, int number, boolean isVoid) {
    acceptance.move(0, offset++, "g", move, new Correction(number, isVoid));
  }

  private void move(String goods, Move move) {
    acceptance.move(0, offset++, goods, move);
  }

  private Series series(String location, String sensor) {
    return acceptance.accepted().readings().get(location).get(new SeriesKey("heat", sensor));
  }
}
