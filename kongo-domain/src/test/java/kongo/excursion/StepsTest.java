package kongo.excursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kongo.Allocation;
import kongo.excursion.Steps.Change;
import org.junit.jupiter.api.Test;

class StepsTest {

  private static final Band AT_MOST_5 = new Band(Double.NEGATIVE_INFINITY, true, 5, true, -1);

  @Test
  void isTheSumOfAllChangesAndStaysSo() {
    Random random = new Random(1);
    List<Steps> all = new ArrayList<>(List.of(Steps.NONE));
    List<List<Change>> changes = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < 400; i++) {
      int before = all.size() - 1 - random.nextInt(Math.min(all.size(), 3));
      List<Change> more = random(random, changes.get(before));
      all.add(all.get(before).plus(more));
      List<Change> sum = new ArrayList<>(changes.get(before));
      sum.addAll(more);
      changes.add(sum);
    }

    for (int i = 0; i < all.size(); i++) {
      assertIsSumOf(changes.get(i), all.get(i));
    }
  }

  private static List<Change> random(Random random, List<Change> known) {
    List<Change> changes = new ArrayList<>();
    for (int i = random.nextInt(random.nextInt(10) == 0 ? 300 : 5); i >= 0; i--) {
      changes.add(new Change(random.nextInt(2_000), random.nextInt(5) - 2));
      if (!known.isEmpty() && random.nextBoolean()) {
        Change undone = known.get(random.nextInt(known.size()));
        changes.add(new Change(undone.time(), -undone.amount()));
      }
    }
    changes.add(new Change(Long.MAX_VALUE, 1));
    return changes;
  }

  private static void assertIsSumOf(List<Change> changes, Steps steps) {
    TreeMap<Long, Long> amounts = new TreeMap<>();
    changes.forEach(change -> amounts.merge(change.time(), change.amount(), Long::sum));
    amounts.remove(Long.MAX_VALUE);
    amounts.values().removeIf(amount -> amount == 0);
    TreeMap<Long, Long> levels = new TreeMap<>();
    long level = 0;
    for (Map.Entry<Long, Long> change : amounts.entrySet()) {
      level += change.getValue();
      levels.put(change.getKey(), level);
    }
    Values values = steps.counts(false, 0);
    for (long time = -1; time < 2_002; time += 13) {
      assertThat(steps.levelAt(time)).isEqualTo(value(levels.floorEntry(time), 0));
      assertThat(values.before(time, 0)).isEqualTo(key(levels.lowerEntry(time)));
      assertThat(values.after(time, Long.MAX_VALUE)).isEqualTo(key(levels.higherEntry(time)));
      long from = time;
      long expected = levels.tailMap(from, true).entrySet().stream()
          .filter(one -> one.getKey() < 1_500 && one.getValue() > 5).mapToLong(Map.Entry::getKey).findFirst().orElse(Values.NONE);
      assertThat(values.nextBreaking(AT_MOST_5, from, 1_500)).isEqualTo(expected);
    }
    assertThat(values.last()).isEqualTo(key(levels.lastEntry()));
  }

  private static long value(Map.Entry<Long, Long> entry, long otherwise) {
    return entry == null ? otherwise : entry.getValue();
  }

  private static long key(Map.Entry<Long, Long> entry) {
    return entry == null ? Values.NONE : entry.getKey();
  }

  @Test
  void aChangeCostsAboutTheSameAtAnyAgeWhereverItFallsIn() {
    for (int part = 1; part <= 3; part++) {
      long young = bytesPerChange(100, part);
      long old = bytesPerChange(400_000, part);

      assertThat(old).as("bytes, %d when young", young).isLessThan(3 * young);
    }
  }

  /** @param part how many thirds of the life came before it */
  private static long bytesPerChange(int points, int part) {
    return Allocation.bytesOf(() -> {
      Steps[] steps = {lived(points)};
      long[] time = {10L * points * part / 3};
      return () -> steps[0] = steps[0].plus(List.of(new Change(++time[0], 3), new Change(Long.MAX_VALUE, -3)));
    });
  }

  private static Steps lived(int points) {
    Steps steps = Steps.NONE;
    for (int i = 0; i < points; i++) {
      steps = steps.plus(List.of(new Change(10L * i, i % 7 + 1), new Change(10L * i + 25, -(i % 7) - 1)));
    }
    return steps;
  }
}
