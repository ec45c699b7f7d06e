package kongo.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LapTest {

  @Test
  void meetsEverybodyOnceWhereverItBegins() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      TreeSet<Long> ring = new TreeSet<>();
      for (int i = random.nextInt(9); i > 0; i--) {
        ring.add(random.nextBoolean() ? random.nextLong() : random.nextInt(5) - 2L);
      }
      ring.remove(Lap.RING_BEGIN);
      List<Long> tokens = new ArrayList<>(ring);
      tokens.addAll(List.of(Lap.RING_BEGIN, Long.MAX_VALUE, 0L));
      long begin = tokens.get(random.nextInt(tokens.size()));

      assertThat(met(ring, Lap.from(begin), random)).as("from %d of %s", begin, ring).containsExactlyInAnyOrderElementsOf(ring);
    }
  }

  private static List<Long> met(TreeSet<Long> ring, Lap start, Random random) {
    List<Long> met = new ArrayList<>();
    Lap lap = start;
    while (!lap.isOver()) {
      Long next = lap.at() == Long.MAX_VALUE ? null : ring.higher(lap.at());
      boolean isThere = next != null && next <= lap.end();
      if (isThere) {
        met.add(next);
      }
      lap = isThere ? lap.to(next) : lap.toEnd();
      // as it is kept, and begun again
      lap = random.nextBoolean() ? new Lap(lap.begin(), lap.at(), lap.wrapped()) : lap;
    }
    return met;
  }

  @Test
  void goesOnlyForward() {
    Lap lap = Lap.from(5).to(9);
    assertThatThrownBy(() -> lap.to(9)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lap.toEnd().to(6)).isInstanceOf(IllegalArgumentException.class);
    assertThat(lap.toEnd().to(5).isOver()).isTrue();
    assertThat(lap.toEnd().toEnd().isOver()).isTrue();
    assertThat(Lap.FROM_THE_FIRST.isOver()).isFalse();
    assertThat(Lap.FROM_THE_FIRST.toEnd().isOver()).isTrue();
  }
}
