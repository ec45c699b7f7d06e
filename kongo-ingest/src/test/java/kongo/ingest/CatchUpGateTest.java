package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import kongo.kafka.Precedence;
import org.junit.jupiter.api.Test;

class CatchUpGateTest {

  private static final long NOW = 1_800_000_000_000L;
  private static final long HOUR = 3_600_000;
  private static final CatchUpLimits LIMITS = new CatchUpLimits(Duration.ofSeconds(30), Duration.ofSeconds(2));

  private final Hand clock = new Hand();
  private final CatchUpGate catchUp = new CatchUpGate(LIMITS, () -> 120_000, clock);
  private final Precedence readings = catchUp.readings("sensors");
  private final Precedence moves = catchUp.moves("rfid");

  @Test
  void readingsWaitForMovesOfTheirTime() {
    moves.report(() -> at(NOW - HOUR));

    assertThat(mayTake(readings, NOW - HOUR + 2_000)).as("as late as the slack allows").isTrue();
    assertThat(mayTake(readings, NOW - HOUR + 2_001)).isFalse();

    moves.report(() -> at(NOW - HOUR + 1));
    assertThat(mayTake(readings, NOW - HOUR + 2_001)).isTrue();
  }

  @Test
  void nothingWaitsForThoseThatHaveNothingToDo() {
    moves.report(() -> at(NOW - HOUR));
    moves.report(OptionalLong::empty);

    assertThat(mayTake(readings, NOW - HOUR / 2)).isTrue();
  }

  @Test
  void liveReadingsWaitForNothing() {
    moves.report(() -> at(NOW - HOUR));

    assertThat(mayTake(readings, NOW - 29_999)).isTrue();
    assertThat(mayTake(readings, NOW + HOUR)).isTrue();
    assertThat(mayTake(readings, NOW - 30_000)).isFalse();
  }

  @Test
  void readingsWaitForTheSlowestOfAll() {
    moves.report(() -> at(NOW - HOUR));
    catchUp.registrations("registry").report(() -> at(NOW - 3 * HOUR));
    catchUp.isBehind(new CatchUpPosition("another node", at(NOW - 2 * HOUR), OptionalLong.empty()));

    assertThat(mayTake(readings, NOW - 2 * HOUR)).isFalse();
    assertThat(mayTake(readings, NOW - 3 * HOUR)).isTrue();
    assertThat(catchUp.position("this", List.of("registry", "rfid")).moves()).hasValue(NOW - 3 * HOUR);
    assertThat(catchUp.position("this", List.of("rfid")).moves()).as("of this node's own topics").hasValue(NOW - HOUR);
  }

  @Test
  void whoSaysNothingIsForgotten() {
    catchUp.isBehind(new CatchUpPosition("a node that died", at(NOW - HOUR), OptionalLong.empty()));
    clock.millis += 2_999;
    assertThat(mayTake(readings, NOW - HOUR / 2)).isFalse();

    clock.millis += 1;
    assertThat(mayTake(readings, NOW - HOUR / 2)).isTrue();
  }

  @Test
  void lessThanABatchOfReadingsWaitsForNobody() {
    moves.report(() -> at(NOW - HOUR));

    assertThat(readings.mayTake(NOW - HOUR / 2, false)).isTrue();
  }

  @Test
  void movesDoNotWaitForMoves() {
    catchUp.isBehind(new CatchUpPosition("another node", at(NOW - HOUR), OptionalLong.empty()));

    assertThat(mayTake(moves, NOW - HOUR / 2)).isTrue();
  }

  @Test
  void movesRunALittleAheadOfReadings() {
    readings.report(() -> at(NOW - HOUR));

    assertThat(mayTake(moves, NOW - HOUR + 120_000)).isTrue();
    assertThat(moves.mayTake(NOW - HOUR + 120_001, false)).as("be they few or many").isFalse();
    assertThat(mayTake(moves, NOW - HOUR + 120_001)).isFalse();
    assertThat(mayTake(moves, NOW - 29_999)).as("what is live").isTrue();
    assertThat(mayTake(catchUp.registrations("registry"), NOW - HOUR / 2)).as("registrations").isTrue();
  }

  @Test
  void movesWaitForReadingsOfOtherNodes() {
    catchUp.isBehind(new CatchUpPosition("another node", OptionalLong.empty(), at(NOW - HOUR)));
    assertThat(mayTake(moves, NOW - HOUR / 2)).isFalse();

    catchUp.isBehind(new CatchUpPosition("another node", OptionalLong.empty(), OptionalLong.empty()));
    assertThat(mayTake(moves, NOW - HOUR / 2)).isTrue();
  }

  @Test
  void itIsSaidHowFarReadingsAre() {
    readings.report(() -> at(NOW - HOUR));

    assertThat(catchUp.position("this", List.of("registry", "sensors", "rfid")))
        .isEqualTo(new CatchUpPosition("this", OptionalLong.empty(), at(NOW - HOUR)));
  }

  private static boolean mayTake(Precedence precedence, long timestamp) {
    return precedence.mayTake(timestamp, true);
  }

  private static OptionalLong at(long timestamp) {
    return OptionalLong.of(timestamp);
  }

  /** A clock that the test turns. */
  private static final class Hand extends Clock {
    private long millis = NOW;

    @Override
    public long millis() {
      return millis;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
      throw new UnsupportedOperationException("a clock of milliseconds");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("a clock of milliseconds");
    }
  }
}
