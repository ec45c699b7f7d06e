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
  private final CatchUpGate catchUp = new CatchUpGate(LIMITS, clock);
  private final Precedence readings = catchUp.readings();
  private final Precedence moves = catchUp.ahead("rfid");

  @Test
  void readingsWaitForMovesOfTheirTime() {
    moves.report(() -> at(NOW - HOUR));

    assertThat(readings.mayTake(NOW - HOUR + 2_000)).as("as late as the slack allows").isTrue();
    assertThat(readings.mayTake(NOW - HOUR + 2_001)).isFalse();

    moves.report(() -> at(NOW - HOUR + 1));
    assertThat(readings.mayTake(NOW - HOUR + 2_001)).isTrue();
  }

  @Test
  void nothingWaitsForThoseThatHaveNothingToDo() {
    moves.report(() -> at(NOW - HOUR));
    moves.report(OptionalLong::empty);

    assertThat(readings.mayTake(NOW - HOUR / 2)).isTrue();
  }

  @Test
  void liveReadingsWaitForNothing() {
    moves.report(() -> at(NOW - HOUR));

    assertThat(readings.mayTake(NOW - 29_999)).isTrue();
    assertThat(readings.mayTake(NOW + HOUR)).isTrue();
    assertThat(readings.mayTake(NOW - 30_000)).isFalse();
  }

  @Test
  void readingsWaitForTheSlowestOfAll() {
    moves.report(() -> at(NOW - HOUR));
    catchUp.ahead("registry").report(() -> at(NOW - 3 * HOUR));
    catchUp.isBehind("another node", at(NOW - 2 * HOUR));

    assertThat(readings.mayTake(NOW - 2 * HOUR)).isFalse();
    assertThat(readings.mayTake(NOW - 3 * HOUR)).isTrue();
    assertThat(catchUp.least(List.of("registry", "rfid"))).hasValue(NOW - 3 * HOUR);
    assertThat(catchUp.least(List.of("rfid"))).as("of this node's own topics").hasValue(NOW - HOUR);
  }

  @Test
  void whoSaysNothingIsForgotten() {
    catchUp.isBehind("a node that died", at(NOW - HOUR));
    clock.millis += 2_999;
    assertThat(readings.mayTake(NOW - HOUR / 2)).isFalse();

    clock.millis += 1;
    assertThat(readings.mayTake(NOW - HOUR / 2)).isTrue();
  }

  @Test
  void movesThemselvesWaitForNobody() {
    catchUp.isBehind("another node", at(NOW - HOUR));

    assertThat(moves.mayTake(NOW - HOUR / 2)).isTrue();
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
