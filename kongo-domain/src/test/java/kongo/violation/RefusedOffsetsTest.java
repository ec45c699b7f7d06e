package kongo.violation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RefusedOffsetsTest {

  private static final int MOST = RefusedOffsets.MOST;

  @Test
  void keepsEachOnceInOrder() {
    RefusedOffsets refused = new RefusedOffsets(7, 3);
    TreeSet<Long> expected = new TreeSet<>(List.of(3L, 7L));
    new Random(1).longs(10_000, 0, 20_000).forEach(offset -> {
      refused.add(offset);
      expected.add(offset);
    });

    assertThat(refused.toArray()).containsExactly(expected.stream().mapToLong(Long::longValue).toArray());
    for (long offset = -1; offset <= 20_000; offset++) {
      assertThat(refused.contains(offset)).isEqualTo(expected.contains(offset));
    }
  }

  @Test
  void knowsTheNewestOfVeryMany() {
    RefusedOffsets refused = new RefusedOffsets();
    long all = 3L * MOST + 5;
    LongStream.range(0, all).forEach(refused::add);

    assertThat(refused.toArray()).containsExactly(LongStream.range(all - MOST, all).toArray());
    assertThat(LongStream.range(all - MOST, all)).allMatch(refused::contains);
    assertThat(refused.contains(0)).isFalse();
  }

  @Test
  void theOldestIsForgottenFirst() {
    RefusedOffsets refused = new RefusedOffsets(LongStream.range(10, 10 + 2L * MOST).toArray());
    refused.add(5, 1L << 40);

    assertThat(refused.toArray()).hasSize(MOST).endsWith(1L << 40).doesNotContain(5);
  }
}
