package kongo.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeletionCreditTest {

  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Duration QUICK = Duration.ofMillis(3);
  private static final Duration TOO_LONG = Duration.ofSeconds(2);

  @Test
  void shrinksToOneWhileDeletionsTakeLong() {
    DeletionCredit credit = new DeletionCredit(8, SLOW);

    assertThat(afterEach(credit, 5, TOO_LONG)).containsExactly(4, 2, 1, 1, 1);
  }

  @Test
  void growsByOneWhenAsManyWentWellAsAreAllowed() {
    DeletionCredit credit = new DeletionCredit(3, SLOW);
    afterEach(credit, 3, TOO_LONG);

    assertThat(afterEach(credit, 6, QUICK)).containsExactly(2, 2, 3, 3, 3, 3);
  }

  @Test
  void pausesLongerAfterEachFailureAndNotAtAllAfterASuccess() {
    DeletionCredit credit = new DeletionCredit(2, SLOW);
    assertThat(credit.pause()).isZero();

    credit.failed();
    assertThat(credit.pause()).isEqualTo(Duration.ofSeconds(1));
    credit.failed();
    assertThat(credit.pause()).isEqualTo(Duration.ofSeconds(2));
    for (int i = 0; i < 100; i++) {
      credit.failed();
    }
    assertThat(credit.pause()).isEqualTo(Duration.ofMinutes(5));
    assertThat(credit.allowed()).isEqualTo(1);
    credit.took(QUICK);
    assertThat(credit.pause()).isZero();
  }

  @Test
  void allowsNothingWhereNothingIsToBeDeleted() {
    DeletionCredit credit = new DeletionCredit(0, SLOW);
    credit.failed();
    credit.took(QUICK);

    assertThat(credit.allowed()).isZero();
  }

  private static int[] afterEach(DeletionCredit credit, int times, Duration took) {
    int[] allowed = new int[times];
    for (int i = 0; i < times; i++) {
      credit.took(took);
      allowed[i] = credit.allowed();
    }
    return allowed;
  }
}
