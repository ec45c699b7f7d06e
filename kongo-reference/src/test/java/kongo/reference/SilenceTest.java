package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.violation.Kind;
import kongo.violation.Limit;
import org.junit.jupiter.api.Test;

/** Nothing heard for too long: section 7 of docs/semantics.md. */
class SilenceTest {

  private static final String HEARD = "heard { metric = heat, silent = 15ms, for = [A] }";
  private static final String ALIVE = "alive { metric = heat, silent = 15ms, subject = LOCATION }";

  @Test
  void theExampleOfTheContract() {
    World world = aboard(0).heat("t", 0, 5, 10, 5);
    assertThat(world.violations()).isEmpty();
    assertThat(world.reading("t", "damp", "", 24, 1).violations()).isEmpty();
    assertThat(world.reading("t", "damp", "", 25, 1).violations()).containsExactly("g/heard/t/-/25 OPEN 25..");
    assertThat(world.violation("g/heard/t/-/25")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.SILENCE);
      assertThat(violation.metric()).isEqualTo("heat");
      assertThat(violation.sensor()).isEmpty();
      assertThat(violation.stay()).isZero();
      assertThat(violation.limit()).isEqualTo(Limit.ofSilence(15));
      assertThat(violation.count()).isNull();
      assertThat(violation.worst()).isNull();
    });
    assertThat(world.heat("t", 40, 5).violations()).containsExactly("g/heard/t/-/25 CLOSED 25..40");
    assertThat(world.heat("t", 20, 5).violations()).containsExactly("g/heard/t/-/35 CLOSED 35..40");
  }

  @Test
  void allSensorsOfTheMetricCountTogether() {
    World world = aboard(0).heat("t", 0, 5).reading("t", "heat", "other", 10, 5).heat("t", 20, 5);

    assertThat(world.violations()).isEmpty();
  }

  @Test
  void asLongAsIsAllowedIsNotTooLong() {
    assertThat(aboard(0).heat("t", 0, 5, 15, 5).violations()).isEmpty();
    assertThat(aboard(0).heat("t", 0, 5, 16, 5).violations()).containsExactly("g/heard/t/-/15 CLOSED 15..16");
  }

  @Test
  void withoutAReadingBeforeItTheBeginningOfTheStayCounts() {
    World world = aboard(10).reading("t", "damp", "", 30, 1);

    assertThat(world.violations()).containsExactly("g/heard/t/-/25 OPEN 25..");
    assertThat(world.heat("t", 28, 5).violations()).containsExactly("g/heard/t/-/25 CLOSED 25..28");
  }

  @Test
  void aReadingFromLongBeforeTheStayMakesItSilentFromItsBeginning() {
    World world = aboard(100).heat("t", 0, 5).reading("t", "damp", "", 100, 1);

    assertThat(world.violations()).containsExactly("g/heard/t/-/100 OPEN 100..");
  }

  @Test
  void theEndOfTheStayEndsIt() {
    assertThat(aboard(0).heat("t", 0, 5).deliverOff("g", 30, "t").violations()).containsExactly("g/heard/t/-/15 CLOSED 15..30");
    assertThat(aboard(0).heat("t", 0, 5).deliverOff("g", 15, "t").violations()).isEmpty();
  }

  @Test
  void aPlaceItselfIsSilentOnlyAfterAReading() {
    World world = World.with(ALIVE).reading("w", "damp", "", 500, 1);

    assertThat(world.violations()).isEmpty();
    assertThat(world.heat("w", 10, 5, 30, 5).violations())
        .containsExactly("w/alive/w/-/25 CLOSED 25..30", "w/alive/w/-/45 OPEN 45..");
    assertThat(world.violation("w/alive/w/-/45").stay()).isNull();
  }

  @Test
  void theClockHasToHaveComeThere() {
    assertThat(aboard(0).heat("t", 0, 5).heatSent("t", 40, 14, 5).violations()).isEmpty();
    assertThat(aboard(0).heat("t", 0, 5).heatSent("t", 40, 15, 5).violations()).containsExactly("g/heard/t/-/15 CLOSED 15..40");
  }

  private static World aboard(long from) {
    return World.with(HEARD).goods("g", "A").load("g", from, "w", "t");
  }
}
