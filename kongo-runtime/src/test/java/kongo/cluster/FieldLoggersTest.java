package kongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.LogRecord.OfRegistration;
import kongo.reference.SmallWorld;
import kongo.registry.GoodsProfile;
import kongo.rules.RuleBooks;
import kongo.violation.Correction;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** Loggers in boxes, as they are sent in; by both evaluators, under any schedule. */
class FieldLoggersTest {

  private static final long START = 1_795_229_400_000L;
  private static final long SECOND = 1_000;
  private static final int SCHEDULES = Integer.getInteger("kongo.field.schedules", 50);

  private final List<LogRecord> records = new ArrayList<>();
  private long offset;

  /** The logger is in the box: 19 degrees there are the box's, wherever it is. */
  @Test
  void aBoxIsWhereItsLoggerIs() {
    read("box", true, 5, 19);
    register("T2");
    move(new Move(MoveType.RECEIVE, START, "house", ""));
    move(new Move(MoveType.LOAD, START + 3 * SECOND, "house", "truck"));
    read("box", true, 9, 5);
    assertThat(ids()).containsExactly("box/chilled/box/logger/" + (START + 5 * SECOND));
  }

  /** A converter that knows only one name for where a sensor is says location. */
  @Test
  void itIsTheSamePlaceByEitherName() {
    register("T2");
    move(new Move(MoveType.RECEIVE, START, "house", ""));
    read("box", false, 5, 19);
    read("box", true, 6, 5);
    assertThat(ids()).hasSize(1);
  }

  @Test
  void nobodyIsWarnedOfALoggerThatIsSwitchedOnBeforeOrAfter() {
    register("T2");
    move(new Move(MoveType.RECEIVE, START + 10 * SECOND, "house", ""));
    move(new Move(MoveType.DELIVER, START + 20 * SECOND, "house", ""));
    read("box", true, 5, 19);
    read("box", true, 7, 5);
    read("box", true, 25, 19);
    assertThat(ids()).isEmpty();
  }

  /** A box on a pallet with a logger. */
  @Test
  void whatIsOnAPalletIsSeenByItsLogger() {
    register("T2");
    move(Move.between(START, "", "pallet"));
    records.add(new OfMove(0, offset++, "pallet", new Move(MoveType.RECEIVE, START, "house", "")));
    read("pallet", true, 5, 19);
    assertThat(ids()).containsExactly("box/chilled/pallet/logger/" + (START + 5 * SECOND));
  }

  private void register(String category) {
    records.add(new OfRegistration(0, offset++, "box", new GoodsProfile(1, List.of(category), GoodsProfile.NEVER)));
  }

  private void move(Move move) {
    records.add(new OfMove(0, offset++, "box", move));
  }

  private void read(String place, boolean ofGoods, long after, double value) {
    long time = START + after * SECOND;
    records.add(new OfReading(0, offset++, place, time, new Reading("temperature", "logger", time, value), Correction.ORIGINAL, ofGoods));
  }

  /** By the reference; the engine says the same whatever the schedule. */
  private List<String> ids() {
    SmallWorld world = new SmallWorld(1, RuleBooks.original(), Duration.ofDays(30), List.copyOf(records), 10);
    for (long seed = 0; seed < SCHEDULES; seed++) {
      assertThat(Shrinking.failure(world, Plant.NONE, seed, Integer.MAX_VALUE)).isEmpty();
    }
    return world.expected().values().stream().map(Violation::id).toList();
  }
}
