package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlopeTest {

  @Test
  void aLagThatGrowsEvenlyHasItsGrowthAsSlope() {
    Slope slope = new Slope();
    for (int second = 0; second < 10; second++) {
      slope.add(second, 500 + 20.0 * second);
    }
    assertThat(slope.slope()).isCloseTo(20, within(1e-6));
    assertThat(slope.last()).isEqualTo(680);
  }

  @Test
  void aLagThatComesAndGoesHasNone() {
    Slope slope = new Slope();
    for (int second = 0; second < 100; second++) {
      slope.add(second, second % 2 == 0 ? 0 : 1_000);
    }
    assertThat(slope.slope()).isCloseTo(0, within(1.0));
  }

  @Test
  void oneValueHasNoSlope() {
    Slope slope = new Slope();
    slope.add(1, 1_000);
    assertThat(slope.slope()).isZero();
  }
}
