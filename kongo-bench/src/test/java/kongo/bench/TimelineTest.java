package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void thePlateauLeavesOutASlowStartAndASlowEnd() {
    Timeline timeline = new Timeline();
    timeline.add(0, 1_000);
    timeline.add(10, 1_100);
    for (int second = 11; second <= 20; second++) {
      timeline.add(second, 1_100 + (second - 10) * 100L);
    }
    timeline.add(40, 2_110);
    assertThat(timeline.plateauRate()).isCloseTo(100, within(1.0));
    assertThat(timeline.seconds()).isEqualTo(40);
  }

  @Test
  void aBacklogThatWasGoneAtOnceHasTheRateOfTheWhole() {
    Timeline timeline = new Timeline();
    timeline.add(0, 0);
    timeline.add(2, 100);
    assertThat(timeline.plateauRate()).isEqualTo(50);
  }
}
