package kongo.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrailTest {

  @Test
  void isWhatAListWouldBeAndNeverChanges() {
    Random random = new Random(1);
    List<Trail<Integer>> trails = new ArrayList<>(List.of(Trail.empty()));
    List<List<Integer>> lists = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < 2_000; i++) {
      int before = random.nextInt(trails.size());
      int kept = random.nextInt(lists.get(before).size() + 1);
      List<Integer> more = random.ints(random.nextInt(200)).boxed().toList();
      trails.add(trails.get(before).first(kept).then(more));
      lists.add(IntStream.range(0, kept + more.size()).map(n -> n < kept ? lists.get(before).get(n) : more.get(n - kept)).boxed().toList());
    }

    for (int i = 0; i < trails.size(); i++) {
      assertThat(trails.get(i).equals(lists.get(i))).isTrue();
    }
  }

  @Test
  void replacesOne() {
    List<Integer> numbers = IntStream.range(0, 200).boxed().toList();
    Trail<Integer> before = Trail.of(numbers);

    for (int i = 0; i < 200; i++) {
      List<Integer> expected = new ArrayList<>(numbers);
      expected.set(i, -1);
      assertThat(before.with(i, -1)).isEqualTo(expected);
    }
    assertThat(before).isEqualTo(numbers);
  }

  @Test
  void findsFromWhereOnSomethingHolds() {
    Trail<Integer> even = Trail.of(IntStream.range(0, 100).map(i -> 2 * i).boxed().toList());

    assertThat(even.firstThat(n -> n >= 0)).isZero();
    assertThat(even.firstThat(n -> n >= 7)).isEqualTo(4);
    assertThat(even.firstThat(n -> n > 198)).isEqualTo(100);
  }
}
