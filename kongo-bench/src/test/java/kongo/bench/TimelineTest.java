package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimelineTest {

  @Test
  void thePlateauLeavesOutASlowStartAndASlowEnd() {
    Timeline timeline = new Timeline();
    timeline.add(0, 1_000, 0);
    timeline.add(10, 1_100, 20);
    for (int second = 11; second <= 20; second++) {
      timeline.add(second, 1_100 + (second - 10) * 100L, 20 + (second - 10) * 0.5);
    }
    timeline.add(40, 2_110, 40);
    assertThat(timeline.plateauRate()).isCloseTo(100, within(1.0));
    assertThat(timeline.plateauCpu()).isCloseTo(0.005, within(1e-9));
    assertThat(timeline.seconds()).isEqualTo(40);
  }

  @Test
  void aBacklogThatWasGoneAtOnceHasTheRateOfTheWhole() {
    Timeline timeline = new Timeline();
    timeline.add(0, 0, 0);
    timeline.add(2, 100, 3);
    assertThat(timeline.plateauRate()).isEqualTo(50);
    assertThat(timeline.plateauCpu()).isEqualTo(0.03);
  }
}
