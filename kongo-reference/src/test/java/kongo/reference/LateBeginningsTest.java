package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kongo.location.Reading;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** Section 9: what is left of what began before the horizon. It is at 100. */
class LateBeginningsTest {

  @Test
  void areOfWhatGoesOnBeyondTheHorizonAndWasHeardOfLate() {
    LateBeginnings late = lateOf(crowd("hall", 50, null));

    assertThat(late.has(crowd("hall", 130, null))).isTrue();
    assertThat(late.has(crowd("dock", 130, null))).as("elsewhere").isFalse();
  }

  @Test
  void butNotOfWhatHadEndedBefore() {
    LateBeginnings late = lateOf(crowd("hall", 50, 130L));

    assertThat(late.has(crowd("hall", 129, 200L))).isTrue();
    assertThat(late.has(crowd("hall", 130, null))).isFalse();
  }

  @Test
  void norOfWhatBeganSince() {
    assertThat(lateOf(crowd("hall", 100, null)).has(crowd("hall", 130, null))).isFalse();
  }

  private static LateBeginnings lateOf(Violation expected) {
    Acceptance acceptance = new Acceptance(Duration.ofMillis(100));
    acceptance.reading(0, 0, "hall", new Reading("heat", "", 200, 5));
    acceptance.reading(0, 1, "dock", new Reading("heat", "", 200, 5));
    return new LateBeginnings(new Horizons(acceptance.accepted(), Duration.ofMillis(100)), List.of(expected));
  }

  private static Violation crowd(String location, long from, Long to) {
    return new Violation(
        location + "/crowd/" + from, to == null ? Status.OPEN : Status.CLOSED, Kind.OVERLOAD, Severity.MAJOR, "crowd", null, location,
        "load.count", "", null, from, to, null, null, null, List.of());
  }
}
