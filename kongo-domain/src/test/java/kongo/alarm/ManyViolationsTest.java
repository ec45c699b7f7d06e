package kongo.alarm;

import static kongo.alarm.Alarming.merging;
import static kongo.alarm.Alarming.warm;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import kongo.Allocation;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

/** What one more revision costs beside many violations. */
class ManyViolationsTest {

  private static final int FEW = 400;
  private static final int MANY = 40_000;

  @Test
  void aRevisionOfACrowdDoesNotLookAtAllOfIt() {
    compare("in one incident", number -> warm(goods(number), number % 7, -1),
        (incidents, round) -> incidents.take(2, warm(goods(round), round % 7, 20)));
  }

  @Test
  void oneMoreOfACrowdDoesNotLookAtAllOfIt() {
    compare("in the incident that it joins", number -> warm(goods(number), number % 7, 60),
        (incidents, round) -> incidents.take(1, warm("late-" + round, 40, 45)));
  }

  @Test
  void whatIsNotNearCostsNothing() {
    compare("in as many incidents", number -> warm(goods(number), 20 * number, 20 * number + 3),
        (incidents, round) -> incidents.take(1, warm("late", 100 + 20 * round, 101 + 20 * round)));
  }

  @Test
  void oneThatReachesOverACrowdMayComeAndGo() {
    compare("beneath a long one", number -> number == 0 ? warm("long", 0, -1) : warm(goods(number), number, number + 3),
        (incidents, round) -> incidents.take(round + 2, warm("long", 0, round % 2 == 0 ? 50_000 : -1)));
  }

  private static void compare(String what, IntFunction<Violation> crowd, BiConsumer<Incidents, Integer> round) {
    long few = Allocation.bytesOf(() -> rounds(FEW, crowd, round));
    long many = Allocation.bytesOf(() -> rounds(MANY, crowd, round));
    System.out.printf("A revision with %,d and %,d violations %s: %,d and %,d bytes%n", FEW, MANY, what, few, many);
    assertThat(many).isLessThan(3 * few);
  }

  private static Runnable rounds(int size, IntFunction<Violation> crowd, BiConsumer<Incidents, Integer> round) {
    Incidents incidents = new Incidents(merging(5));
    for (int number = 0; number < size; number++) {
      incidents.take(1, crowd.apply(number));
    }
    AtomicInteger next = new AtomicInteger();
    return () -> round.accept(incidents, next.incrementAndGet());
  }

  private static String goods(int number) {
    return "goods-" + number;
  }
}
