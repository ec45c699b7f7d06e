package kongo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import kongo.protocol.Feed;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void mapsEventTimeToWallTime() {
    Pace pace = Pace.factor(100);
    pace.await(at(0), () -> false);
    assertThat(waitedFor(pace, at(20_000))).isBetween(Duration.ofMillis(150), Duration.ofSeconds(10));
    assertThat(waitedFor(Pace.max(), at(20_000))).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void countsRecordsWhateverTheirTime() {
    long begun = System.nanoTime();
    Pace slow = Pace.rate(50);
    for (int i = 0; i <= 10; i++) {
      slow.await(at(i), () -> false);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void neverLetsEventTimeOvertakeTheClockByMoreThanIsAllowed() {
    AtomicInteger asked = new AtomicInteger();
    long later = System.currentTimeMillis() + Duration.ofMinutes(9).toMillis();
    Pace.max().await(at(later), () -> asked.incrementAndGet() > 1);
    assertThat(asked).hasValue(2);
    Pace.max().await(at(System.currentTimeMillis() + Duration.ofMinutes(4).toMillis()), () -> asked.incrementAndGet() > 9);
    assertThat(asked).hasValue(2);
  }

  @Test
  void refusesWhatIsNoPace() {
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.factor(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.factor(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.rate(-1));
  }

  private static Duration waitedFor(Pace pace, SimulatedRecord next) {
    long begun = System.nanoTime();
    pace.await(next, () -> false);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static SimulatedRecord at(long time) {
    return new SimulatedRecord(Feed.SENSORS, "truck-1", new byte[0], "truck-1", time, time, Origin.WORLD);
  }
}
