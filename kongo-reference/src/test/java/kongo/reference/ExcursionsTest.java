package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

/** Measured series: sections 5 to 7 of docs/semantics.md. Values hold for 100 ms. */
class ExcursionsTest {

  private static final String COOL = "cool { metric = heat, min = 2, max = 8, for = [T2] }";

  @Test
  void anExcursionHasAllThatARecordNeeds() {
    World world = World.with(COOL).goods("g", "T2").receive("g", 0, "w").heat("w", 10, 9, 20, 9.7, 30, 8);

    assertThat(world.violation("g/cool/w/s/10")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.ENVIRONMENT);
      assertThat(violation.status()).isEqualTo(Status.CLOSED);
      assertThat(violation.rule()).isEqualTo("cool");
      assertThat(violation.goods()).isEqualTo("g");
      assertThat(violation.location()).isEqualTo("w");
      assertThat(violation.metric()).isEqualTo("heat");
      assertThat(violation.sensor()).isEqualTo("s");
      assertThat(violation.stay()).isZero();
      assertThat(violation.from()).isEqualTo(10);
      assertThat(violation.to()).isEqualTo(30);
      assertThat(violation.count()).isEqualTo(2);
      assertThat(violation.worst()).isEqualTo(9.7);
      assertThat(violation.limit()).isEqualTo(Limit.ofBounds(
          OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(8), OptionalDouble.empty()));
      assertThat(violation.others()).isEmpty();
    });
  }

  @Test
  void inclusiveBoundsAreAllowed() {
    assertThat(atWarehouse(COOL).heat("w", 0, 2, 10, 8, 20, 5).violations()).isEmpty();
    assertThat(atWarehouse(COOL).heat("w", 0, Math.nextUp(8.0), 10, 8).violations())
        .containsExactly("g/cool/w/s/0 CLOSED 0..10 1x 8.000000000000002");
    assertThat(atWarehouse(COOL).heat("w", 0, Math.nextDown(2.0), 10, 8).violations()).hasSize(1);
  }

  @Test
  void exclusiveBoundsAreNotAllowed() {
    String rule = "r { metric = heat, above = 2, below = 8, for = [T2] }";

    assertThat(atWarehouse(rule).heat("w", 0, 2, 10, 5, 20, 8, 30, 5).violations())
        .containsExactly("g/r/w/s/0 CLOSED 0..10 1x 2.0", "g/r/w/s/20 CLOSED 20..30 1x 8.0");
    assertThat(atWarehouse(rule).heat("w", 0, 9).violation("g/r/w/s/0").limit()).isEqualTo(Limit.ofBounds(
        OptionalDouble.empty(), OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(8)));
  }

  @Test
  void aRunMayBreakOneBoundAndThenTheOther() {
    assertThat(atWarehouse(COOL).heat("w", 0, 9, 10, 0.5, 20, 9.5, 30, 5).violations())
        .as("0.5 is 1.5 outside, as is 9.5 later")
        .containsExactly("g/cool/w/s/0 CLOSED 0..30 3x 0.5");
  }

  @Test
  void theWorstIsTheEarliestOfEquals() {
    assertThat(atWarehouse(COOL).heat("w", 0, 10, 10, 0, 20, 10).violations())
        .containsExactly("g/cool/w/s/0 OPEN 0.. 3x 10.0");
  }

  @Test
  void onlyGoodsOfTheRulesCategoriesAreConcerned() {
    World world = World.with("r { metric = heat, max = 8, for = [A, B] }")
        .goods("a", "A").goods("ab", "A", "B").goods("c", "C")
        .receive("a", 0, "w").receive("ab", 0, "w").receive("c", 0, "w").receive("unknown", 0, "w")
        .heat("w", 10, 9);

    assertThat(world.violations()).containsExactly("a/r/w/s/10 OPEN 10.. 1x 9.0", "ab/r/w/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void eachSensorIsASeriesOfItsOwn() {
    World world = atWarehouse(COOL)
        .reading("w", "heat", "", 10, 9)
        .reading("w", "heat", "s2", 20, 5)
        .reading("w", "heat", "s3", 30, 1)
        .reading("w", "cold", "s3", 40, 5)
        .reading("elsewhere", "heat", "s3", 40, 5);

    assertThat(world.violations())
        .containsExactly("g/cool/w/-/10 OPEN 10.. 1x 9.0", "g/cool/w/s3/30 OPEN 30.. 1x 1.0");
    assertThat(world.violation("g/cool/w/-/10").sensor()).isEmpty();
  }

  @Test
  void aStaySeesReadingsFromItsBeginningUntilBeforeItsEnd() {
    World world = World.with(COOL).goods("g", "T2").receive("g", 10, "w").deliver("g", 20, "w")
        .heat("w", 10, 9, 15, 5, 20, 9);

    assertThat(world.violations()).containsExactly("g/cool/w/s/10 CLOSED 10..15 1x 9.0");
  }

  @Test
  void aReadingOnlyAtTheEndIsNotSeen() {
    assertThat(World.with(COOL).goods("g", "T2").receive("g", 10, "w").deliver("g", 20, "w").heat("w", 20, 9).violations())
        .isEmpty();
  }

  @Test
  void carriesTheLastReadingBeforeTheStay() {
    World world = World.with(COOL).goods("g", "T2").heat("w", 10, 9, 50, 8.5).receive("g", 100, "w");

    assertThat(world.violations()).containsExactly("g/cool/w/s/100 OPEN 100.. 1x 8.5");
    assertThat(world.violation("g/cool/w/s/100").stay()).isEqualTo(100);
  }

  @Test
  void carriesAReadingOnlyIfItIsYoungerThanHold() {
    assertThat(World.with(COOL).goods("g", "T2").heat("w", 1, 9).receive("g", 100, "w").violations()).hasSize(1);
    assertThat(World.with(COOL).goods("g", "T2").heat("w", 0, 9).receive("g", 100, "w").violations()).isEmpty();
  }

  @Test
  void carriesNothingWhenThereIsAReadingAtTheBeginning() {
    assertThat(World.with(COOL).goods("g", "T2").heat("w", 50, 9, 100, 5).receive("g", 100, "w").violations()).isEmpty();
    assertThat(World.with(COOL).goods("g", "T2").heat("w", 50, 5, 100, 9).receive("g", 100, "w").violations())
        .containsExactly("g/cool/w/s/100 OPEN 100.. 1x 9.0");
  }

  @Test
  void aHarmlessReadingHidesAnEarlierOneFromBeingCarried() {
    assertThat(World.with(COOL).goods("g", "T2").heat("w", 50, 9, 60, 5).receive("g", 100, "w").violations()).isEmpty();
  }

  @Test
  void aCarriedValueHoldsFromItsOwnReading() {
    World world = World.with(COOL).goods("g", "T2").heat("w", 50, 9).receive("g", 100, "w").deliver("g", 1000, "w");

    assertThat(world.violations()).containsExactly("g/cool/w/s/100 CLOSED 100..150 1x 9.0");
  }

  @Test
  void aCarriedValueIsCutFromItsOwnReading() {
    assertThat(World.with(COOL).goods("g", "T2").heat("w", 50, 9, 150, 9).receive("g", 100, "w").violations())
        .containsExactly("g/cool/w/s/100 OPEN 100.. 2x 9.0");
    assertThat(World.with(COOL).goods("g", "T2").heat("w", 50, 9, 151, 9).receive("g", 100, "w").violations())
        .containsExactly("g/cool/w/s/100 CLOSED 100..150 1x 9.0", "g/cool/w/s/151 OPEN 151.. 1x 9.0");
  }

  @Test
  void cutsARunWhereTheNextReadingIsMoreThanHoldLater() {
    assertThat(atWarehouse(COOL).heat("w", 10, 9, 110, 9).violations())
        .containsExactly("g/cool/w/s/10 OPEN 10.. 2x 9.0");
    assertThat(atWarehouse(COOL).heat("w", 10, 9, 111, 10).violations())
        .containsExactly("g/cool/w/s/10 CLOSED 10..110 1x 9.0", "g/cool/w/s/111 OPEN 111.. 1x 10.0");
  }

  @Test
  void endsWithTheNextValueOrWithHoldWhicheverIsFirst() {
    assertThat(atWarehouse(COOL).heat("w", 10, 9, 109, 5).violations())
        .containsExactly("g/cool/w/s/10 CLOSED 10..109 1x 9.0");
    assertThat(atWarehouse(COOL).heat("w", 10, 9, 20, 9, 500, 5).violations())
        .containsExactly("g/cool/w/s/10 CLOSED 10..120 2x 9.0");
  }

  @Test
  void endsWithTheStayOrWithHoldWhicheverIsFirst() {
    assertThat(atWarehouse(COOL).heat("w", 10, 9, 70, 5).deliver("g", 60, "w").violations())
        .containsExactly("g/cool/w/s/10 CLOSED 10..60 1x 9.0");
    assertThat(atWarehouse(COOL).heat("w", 10, 9).deliver("g", 500, "w").violations())
        .containsExactly("g/cool/w/s/10 CLOSED 10..110 1x 9.0");
  }

  @Test
  void aSilentSensorDoesNotEndAnAlarm() {
    assertThat(atWarehouse(COOL).heat("w", 10, 9).reading("w", "heat", "other", 1_000_000, 5).violations())
        .containsExactly("g/cool/w/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void aLateReadingCorrectsWhatItChanges() {
    assertThat(atWarehouse(COOL).heat("w", 10, 9, 30, 9, 20, 5).violations())
        .containsExactly("g/cool/w/s/10 CLOSED 10..20 1x 9.0", "g/cool/w/s/30 OPEN 30.. 1x 9.0");
  }

  @Test
  void aRuleMayHaveItsOwnHold() {
    String patient = "r { metric = heat, max = 8, for = [T2], hold = 200ms }";

    assertThat(World.with(patient, COOL).goods("g", "T2").heat("w", 0, 9, 300, 9, 500, 9).receive("g", 199, "w")
        .deliver("g", 1000, "w").violations())
        .containsExactly(
            "g/cool/w/s/300 CLOSED 300..400 1x 9.0",
            "g/cool/w/s/500 CLOSED 500..600 1x 9.0",
            "g/r/w/s/199 CLOSED 199..200 1x 9.0",
            "g/r/w/s/300 CLOSED 300..700 2x 9.0");
  }

  @Test
  void everyStayHasExcursionsOfItsOwn() {
    World world = World.with(COOL).goods("g", "T2").heat("w", 0, 9)
        .receive("g", 0, "w").load("g", 10, "w", "t").unload("g", 20, "t", "w");

    assertThat(world.violations())
        .containsExactly("g/cool/w/s/0 CLOSED 0..10 1x 9.0", "g/cool/w/s/20 OPEN 20.. 1x 9.0");
  }

  @Test
  void aLocationIsJudgedForItsWholeLife() {
    World world = World.with("r { metric = heat, max = 8, subject = LOCATION }").heat("w", 0, 9, 50, 9, 60, 5, 70, 9);

    assertThat(world.violations())
        .containsExactly("w/r/w/s/0 CLOSED 0..60 2x 9.0", "w/r/w/s/70 OPEN 70.. 1x 9.0");
    assertThat(world.violation("w/r/w/s/0")).satisfies(violation -> {
      assertThat(violation.goods()).isNull();
      assertThat(violation.stay()).isNull();
      assertThat(violation.location()).isEqualTo("w");
      assertThat(violation.kind()).isEqualTo(Kind.ENVIRONMENT);
    });
  }

  @Test
  void aLocationsRunsAreCutByGapsToo() {
    assertThat(World.with("r { metric = heat, max = 8, subject = LOCATION }").heat("w", 0, 9, 101, 9).violations())
        .containsExactly("w/r/w/s/0 CLOSED 0..100 1x 9.0", "w/r/w/s/101 OPEN 101.. 1x 9.0");
  }

  private static World atWarehouse(String rule) {
    return World.with(rule).goods("g", "T2").receive("g", 0, "w");
  }
}
