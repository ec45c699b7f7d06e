package kongo.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PositionTest {

  private static final long LAST_OFFSET = (1L << 48) - 1;

  @Test
  void keepsEpochAndOffset() {
    for (int epoch : new int[] {0, 1, 7, Position.LAST_EPOCH}) {
      for (long offset : new long[] {0, 1, 4_711, LAST_OFFSET}) {
        long position = Position.of(epoch, offset);
        assertThat(Position.epoch(position)).isEqualTo(epoch);
        assertThat(Position.offset(position)).isEqualTo(offset);
        assertThat(position).isNotNegative();
      }
    }
  }

  @Test
  void ordersByEpochFirst() {
    assertThat(Position.of(1, 0)).isGreaterThan(Position.of(0, LAST_OFFSET));
    assertThat(Position.of(Position.LAST_EPOCH, 0)).isGreaterThan(Position.of(Position.LAST_EPOCH - 1, LAST_OFFSET));
    assertThat(Position.of(3, 5)).isGreaterThan(Position.of(3, 4));
  }

  @Test
  void isTheOffsetInTheFirstEpoch() {
    assertThat(Position.of(0, 4_711)).isEqualTo(4_711);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException().isThrownBy(() -> Position.of(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Position.of(Position.LAST_EPOCH + 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Position.of(0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Position.of(0, LAST_OFFSET + 1));
  }
}
