package kongo.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceRangeTest {

  @Test
  void thoseThatFollowEachOtherOrOverlapAreOneInWhateverOrderTheyCome() {
    List<SequenceRange> ranges =
        List.of(range(9, 9), range(1, 2), range(4, 8), range(3, 3), range(11, 12), range(20, 30), range(22, 25), range(30, 31));
    assertThat(SequenceRange.joined(ranges)).containsExactly(range(1, 9), range(11, 12), range(20, 31));
  }

  @Test
  void noneAreNone() {
    assertThat(SequenceRange.joined(List.of())).isEmpty();
  }

  private static SequenceRange range(long first, long last) {
    return new SequenceRange(first, last);
  }
}
