package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.reference.InputTopic;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.LogRecord.OfRegistration;
import kongo.reference.RefusedRecord;
import kongo.reference.SmallWorld;
import kongo.registry.GoodsProfile;
import kongo.rules.RuleBooks;
import kongo.violation.Correction;
import kongo.violation.Refusal.Reason;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** What gateways and people really send wrong, and then right; by both evaluators, under any schedule. */
class FieldCorrectionsTest {

  private static final long START = 1_795_229_400_000L;
  private static final long SECOND = 1_000;
  private static final int SCHEDULES = 100;
  private static final Correction FIRST = new Correction(1, false);
  private static final Correction TAKEN_BACK = new Correction(1, true);

  private final List<LogRecord> records = new ArrayList<>();
  private long offset;

  /** 97 degrees that were 5, and a sender who says so. */
  @Test
  void aWrongReadingIsCorrected() {
    load("T2");
    read("temperature", 5 * SECOND, 97, Correction.ORIGINAL);
    read("temperature", 5 * SECOND, 5, Correction.ORIGINAL);
    assertThat(violations()).extracting(Violation::status).containsExactly(Status.OPEN);
    assertThat(conflicts()).containsExactly(offset - 1);

    read("temperature", 5 * SECOND, 5, FIRST);
    assertThat(violations()).isEmpty();
  }

  @Test
  void aReadingThatNeverWasIsTakenBack() {
    load("T2");
    read("temperature", 5 * SECOND, 97, Correction.ORIGINAL);
    read("temperature", 5 * SECOND, 0, TAKEN_BACK);
    assertThat(violations()).isEmpty();
    assertThat(conflicts()).isEmpty();
  }

  /** A shock of 14 g in the same tick as 0.2 g: told, and seen when it is sent as a correction. */
  @Test
  void aShockWithinOneTickIsNotDroppedInSilence() {
    load("FRAGILE");
    read("acceleration", 5 * SECOND, 0.2, Correction.ORIGINAL);
    read("acceleration", 5 * SECOND, 14, Correction.ORIGINAL);
    read("acceleration", 6 * SECOND, 0.1, Correction.ORIGINAL);
    assertThat(violations()).isEmpty();
    assertThat(conflicts()).containsExactly(offset - 2);

    read("acceleration", 5 * SECOND, 14, FIRST);
    assertThat(violations()).singleElement().satisfies(shock -> {
      assertThat(shock.worst()).isEqualTo(14);
      assertThat(shock.from()).isEqualTo(START + 5 * SECOND);
      assertThat(shock.to()).isEqualTo(START + 6 * SECOND);
    });
  }

  /** Two loggers whose converter leaves out the sensor. */
  @Test
  void twoDevicesInOneSeriesAreTold() {
    load("T2");
    read("temperature", 5 * SECOND, 5, Correction.ORIGINAL);
    read("temperature", 5 * SECOND, 12, Correction.ORIGINAL);
    read("temperature", 6 * SECOND, 12, Correction.ORIGINAL);
    read("temperature", 6 * SECOND + 500, 5, Correction.ORIGINAL);
    assertThat(conflicts()).containsExactly(offset - 3);
    assertThat(violations()).extracting(Violation::from).containsExactly(START + 6 * SECOND);
  }

  /** A gate that read the tag of a crate that stayed: it is on the truck no more, nor was it. */
  @Test
  void aMoveThatNeverWasIsTakenBack() {
    load("T2");
    read("temperature", 5 * SECOND, 97, Correction.ORIGINAL);
    move(TAKEN_BACK);
    assertThat(violations()).isEmpty();
    assertThat(world().expectedStays().get("crate")).extracting(stay -> stay.location()).containsExactly("house");

    move(new Correction(2, false));
    assertThat(violations()).extracting(Violation::status).containsExactly(Status.OPEN);
  }

  private void load(String category) {
    records.add(new OfRegistration(0, offset++, "crate", new GoodsProfile(1, List.of(category), GoodsProfile.NEVER)));
    records.add(new OfMove(0, offset++, "crate", new Move(MoveType.RECEIVE, START - SECOND, "house", "")));
    move(Correction.ORIGINAL);
  }

  private void move(Correction correction) {
    records.add(new OfMove(0, offset++, "crate", new Move(MoveType.LOAD, START, "house", "truck"), correction));
  }

  private void read(String metric, long after, double value, Correction correction) {
    records.add(new OfReading(0, offset++, "truck", START + after, new Reading(metric, "", START + after, value), correction));
  }

  private SmallWorld world() {
    return new SmallWorld(1, RuleBooks.original(), Duration.ofDays(30), List.copyOf(records), 10);
  }

  /** By the reference; the engine says the same whatever the schedule. */
  private List<Violation> violations() {
    for (long seed = 0; seed < SCHEDULES; seed++) {
      assertThat(Shrinking.failure(world(), Plant.NONE, seed, Integer.MAX_VALUE)).isEmpty();
    }
    return List.copyOf(world().expected().values());
  }

  private List<Long> conflicts() {
    assertThat(world().acceptance().refused()).allMatch(
        refused -> refused.reason() == Reason.CONFLICT && refused.topic() == InputTopic.SENSORS);
    return world().acceptance().refused().stream().map(RefusedRecord::offset).toList();
  }
}
