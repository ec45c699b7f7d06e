package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.violation.Kind;
import kongo.violation.Limit;
import org.junit.jupiter.api.Test;

/** Stays that last too long: section 7 of docs/semantics.md. */
class OverstayTest {

  @Test
  void isFromWhenTheStayWasLongEnoughToItsEnd() {
    World world = shelved(10).deliver("g", 40, "w");

    assertThat(world.violations()).containsExactly("g/shelf/w/-/30 CLOSED 30..40");
    assertThat(world.violation("g/shelf/w/-/30")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.OVERSTAY);
      assertThat(violation.metric()).isNull();
      assertThat(violation.sensor()).isEmpty();
      assertThat(violation.stay()).isEqualTo(10);
      assertThat(violation.limit()).isEqualTo(Limit.ofStay(20));
      assertThat(violation.count()).isNull();
    });
  }

  @Test
  void asLongAsIsAllowedIsNotTooLong() {
    assertThat(shelved(10).deliver("g", 30, "w").violations()).isEmpty();
  }

  @Test
  void isOpenWhileTheStayLastsOnceTheClockHasComeThere() {
    World world = shelved(10).receive("h", 29, "w");

    assertThat(world.violations()).isEmpty();
    assertThat(world.receive("i", 30, "w").violations()).containsExactly("g/shelf/w/-/30 OPEN 30..");
  }

  @Test
  void everyStayIsJudgedOnItsOwn() {
    assertThat(shelved(0).load("g", 15, "w", "t").unload("g", 16, "t", "w").deliver("g", 30, "w").violations()).isEmpty();
  }

  private static World shelved(long from) {
    return World.with("shelf { stay = 20ms, for = [A], at = WAREHOUSE }").goods("g", "A").receive("g", from, "w");
  }
}
