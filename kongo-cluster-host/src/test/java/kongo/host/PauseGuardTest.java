package kongo.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PauseGuardTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
  private final List<ExitStatus> halts = new ArrayList<>();
  private final PauseGuard guard =
      new PauseGuard(Duration.ofSeconds(5), clock::get, (status, sentence) -> halts.add(status));

  @Test
  void letsWriteUpToTheLimit() {
    pause(5_000);

    guard.check();

    assertThat(halts).isEmpty();
  }

  @Test
  void haltsAWriterBeyondTheLimit() {
    pause(5_001);

    guard.check();

    assertThat(halts).containsExactly(ExitStatus.PAUSED);
  }

  @Test
  void haltsEvenIfTheStampingThreadWakesFirst() {
    pause(5_001);

    guard.stamp();

    assertThat(halts).containsExactly(ExitStatus.PAUSED);
  }

  @Test
  void countsFromTheLastStamp() {
    pause(4_000);
    guard.stamp();
    pause(4_000);

    guard.check();

    assertThat(halts).isEmpty();
  }

  private void pause(long millis) {
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
