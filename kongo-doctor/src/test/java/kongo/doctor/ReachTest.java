package kongo.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final Instant NOW = Instant.parse("2026-11-28T15:33:00Z");
  private static final Reach TEN_OF_AN_HOUR = new Reach(Duration.ofHours(1), 10);

  @Test
  void isTheLongestIfThatHasNoMoreThanSoMany() {
    assertThat(TEN_OF_AN_HOUR.since(NOW, since -> 10)).isEqualTo(NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void isHalvedUntilThereAreFewEnough() {
    // One a minute: 60 of an hour, 30 and 15 are too many, 7 are not.
    assertThat(TEN_OF_AN_HOUR.since(NOW, since -> Duration.between(since, NOW).toMinutes())).isEqualTo(NOW.minusSeconds(450));
  }

  @Test
  void isNeverNothing() {
    assertThat(TEN_OF_AN_HOUR.since(NOW, since -> 11)).isBetween(NOW.minusSeconds(1), NOW.minusMillis(500));
  }
}
