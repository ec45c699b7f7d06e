package kongo.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.violation.Cause;
import kongo.violation.Command;
import org.junit.jupiter.api.Test;

/** The record that an entity cannot take is found, and all others are taken. */
class NarrowingTest {

  private final List<Boolean> hasty = new ArrayList<>();

  private record Numbers(List<Integer> numbers) implements Command<Numbers> {

    @Override
    public int size() {
      return numbers.size();
    }

    @Override
    public Numbers part(int from, int to) {
      return new Numbers(numbers.subList(from, to));
    }

    @Override
    public Cause cause() {
      return new Cause("t", 0, numbers.get(0), 0);
    }
  }

  /** Of an entity that cannot take 13. */
  private Narrowing<Numbers, List<Integer>> asked(Integer... numbers) {
    Narrowing<Numbers, List<Integer>> narrowing = new Narrowing<>(new Numbers(List.of(numbers)));
    for (Optional<Numbers> next = narrowing.next(); next.isPresent(); next = narrowing.next()) {
      hasty.add(narrowing.isHasty());
      List<Integer> part = next.get().numbers();
      if (part.contains(13)) {
        narrowing.failed("unlucky");
      } else {
        narrowing.took(part);
      }
    }
    return narrowing;
  }

  @Test
  void findsThePoisonAndTakesTheOthersInTheirOrder() {
    var narrowing = asked(11, 12, 13, 14, 15);
    assertThat(narrowing.failures()).containsExactly(new Narrowing.Failed<>(new Numbers(List.of(13)), "unlucky"));
    assertThat(narrowing.replies().stream().flatMap(List::stream)).containsExactly(11, 12, 14, 15);
  }

  @Test
  void findsEveryPoison() {
    var narrowing = asked(13, 1, 13);
    assertThat(narrowing.failures()).hasSize(2);
    assertThat(narrowing.replies()).containsExactly(List.of(1));
  }

  @Test
  void isHastyWithPartsButNotWithASingleRecordNorAtFirst() {
    asked(1, 2, 3, 13);
    assertThat(hasty).as("all, 1 and 2, 3 and 13, 3, 13").containsExactly(false, true, true, false, false);
  }
}
