package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import kongo.violation.Kind;
import kongo.violation.Limit;
import org.junit.jupiter.api.Test;

/** How fast what is measured changes: sections 5 to 7 of docs/semantics.md. Values hold for an hour. */
class RateTest {

  private static final long MINUTE = 60_000;
  private static final String STEADY = "steady { metric = rate.heat, min = -12, max = 12, for = [T2], hold = 1h }";

  @Test
  void isTheChangeSinceTheReadingBeforeInUnitsPerHour() {
    World world = atWarehouse(STEADY).heat("w", at(0), 5, at(10), 8, at(20), 8);

    assertThat(world.violations()).containsExactly("g/steady/w/s/600000 CLOSED 600000..1200000 1x 18.0");
    assertThat(world.violation("g/steady/w/s/600000")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.ENVIRONMENT);
      assertThat(violation.metric()).isEqualTo("rate.heat");
      assertThat(violation.limit()).isEqualTo(Limit.ofBounds(
          OptionalDouble.of(-12), OptionalDouble.empty(), OptionalDouble.of(12), OptionalDouble.empty()));
    });
  }

  @Test
  void theExampleOfTheContract() {
    assertThat(atWarehouse(STEADY).heat("w", at(0), 5, at(10), 8, at(20), 10.5, at(30), 10.5, at(100), 2, at(110), 2.5).violations())
        .containsExactly("g/steady/w/s/600000 CLOSED 600000..1800000 2x 18.0");
    assertThat(atWarehouse(STEADY).heat("w", at(0), 5, at(10), 8, at(20), 10.5, at(30), 10.5, at(5), 8).violations())
        .containsExactly("g/steady/w/s/1200000 CLOSED 1200000..1800000 1x 15.0", "g/steady/w/s/300000 CLOSED 300000..600000 1x 36.0");
  }

  @Test
  void theFirstReadingHasNone() {
    assertThat(atWarehouse(STEADY).heat("w", at(0), 500).violations()).isEmpty();
  }

  @Test
  void aReadingMoreThanHoldAfterTheOneBeforeHasNone() {
    assertThat(atWarehouse(STEADY).heat("w", at(0), 5, at(60), 50).violations()).hasSize(1);
    assertThat(atWarehouse(STEADY).heat("w", at(0), 5, at(60) + 1, 50).violations()).isEmpty();
  }

  @Test
  void aReadingWithoutARateEndsWhatWasBefore() {
    assertThat(atWarehouse(STEADY).heat("w", at(0), 5, at(10), 8, at(100), 50).violations())
        .containsExactly("g/steady/w/s/600000 CLOSED 600000..4200000 1x 18.0");
  }

  @Test
  void aLateReadingChangesTheRateOfTheNextOneToo() {
    assertThat(atWarehouse(STEADY).heat("w", at(0), 5, at(20), 8).violations()).isEmpty();
    assertThat(atWarehouse(STEADY).heat("w", at(0), 5, at(20), 8, at(10), 5).violations())
        .containsExactly("g/steady/w/s/1200000 OPEN 1200000.. 1x 18.0");
    assertThat(atWarehouse(STEADY).heat("w", at(0), 5, at(20), 10, at(10), 7.5).violations())
        .containsExactly("g/steady/w/s/600000 OPEN 600000.. 2x 15.0");
  }

  @Test
  void aStaySeesTheRateThatWasThereWhenItBegan() {
    World world = World.with(STEADY).goods("g", "T2").heat("w", at(0), 5, at(10), 8).receive("g", at(15), "w");

    assertThat(world.heat("w", at(20), 8).violations()).containsExactly("g/steady/w/s/900000 CLOSED 900000..1200000 1x 18.0");
  }

  @Test
  void theFirstReadingOfAStayIsComparedWithTheOneBeforeTheStay() {
    World world = World.with(STEADY).goods("g", "T2").heat("w", at(0), 5, at(10), 8).receive("g", at(5), "w");

    assertThat(world.violations()).containsExactly("g/steady/w/s/600000 OPEN 600000.. 1x 18.0");
  }

  @Test
  void aRateBeyondAllDoublesIsTheLargest() {
    World world = World.with("r { metric = rate.heat, max = 0, subject = LOCATION }").heat("w", 0, -1e308, 10, 1e308);

    assertThat(world.violation("w/r/w/s/10").worst()).isEqualTo(Double.MAX_VALUE);
  }

  private static World atWarehouse(String rule) {
    return World.with(rule).goods("g", "T2").receive("g", 0, "w");
  }

  private static long at(int minute) {
    return minute * MINUTE;
  }
}
