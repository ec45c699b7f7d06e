package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.violation.Refusal.Reason;
import org.junit.jupiter.api.Test;

/** Profiles that hold from some time on: section 2. Values hold for 100 ms. */
class ProfilesInTimeTest {

  private static final String COLD = "cold { metric = heat, max = 8, for = [A] }";

  @Test
  void theFirstHoldsSinceEverAndLaterOnesFromTheirTimestamps() {
    Profiles profiles = Profiles.NONE
        .and(OptionalLong.empty(), 50, weighing(1)).and(OptionalLong.empty(), 70, weighing(2))
        .and(OptionalLong.empty(), 90, Registration.DELETED);

    assertThat(List.of(weightAt(profiles, 0), weightAt(profiles, 69), weightAt(profiles, 70), weightAt(profiles, 89),
        weightAt(profiles, 90)))
        .containsExactly(1L, 1L, 2L, 2L, 0L);
  }

  @Test
  void aDeletionBeforeItIsNoFirstProfile() {
    Profiles profiles = Profiles.NONE.and(OptionalLong.empty(), 50, Registration.DELETED)
        .and(OptionalLong.empty(), 70, weighing(2));

    assertThat(weightAt(profiles, 0)).isEqualTo(2);
  }

  @Test
  void ofThoseThatHoldTheLastCounts() {
    Profiles profiles = Profiles.NONE
        .and(OptionalLong.empty(), 0, weighing(1)).and(OptionalLong.of(70), 0, weighing(2))
        .and(OptionalLong.of(50), 0, weighing(3));

    assertThat(List.of(weightAt(profiles, 49), weightAt(profiles, 50), weightAt(profiles, 70))).containsExactly(1L, 3L, 3L);
    assertThat(weightAt(profiles.and(OptionalLong.of(0), 99, weighing(4)), 0)).as("all of the past is corrected").isEqualTo(4);
  }

  @Test
  void aFirstOneWithFromHoldsFromThen() {
    Profiles profiles = Profiles.NONE.and(OptionalLong.of(50), 0, weighing(1));

    assertThat(List.of(weightAt(profiles, 49), weightAt(profiles, 50))).containsExactly(0L, 1L);
  }

  @Test
  void anIdIsOfOneTypeForAllTime() {
    Acceptance acceptance = new Acceptance(Duration.ofDays(30));
    acceptance.registration(0, 0, 0, "x", Registration.DELETED, OptionalLong.empty());
    acceptance.registration(0, 1, 0, "x", truck(1), OptionalLong.of(1000));
    acceptance.registration(0, 2, 0, "x", weighing(1), OptionalLong.empty());
    acceptance.registration(0, 3, 0, "x", Registration.DELETED, OptionalLong.empty());
    acceptance.registration(0, 4, 0, "x", new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), -1), OptionalLong.empty());
    acceptance.registration(0, 5, 0, "x", truck(2), OptionalLong.empty());

    assertThat(acceptance.refused()).extracting(RefusedRecord::offset).containsExactly(2L, 4L);
    assertThat(acceptance.refused()).extracting(RefusedRecord::reason).containsOnly(Reason.TYPE_CONFLICT);
  }

  @Test
  void theTypeCountsAlsoWhereNoProfileIsInForce() {
    World world = World.with("r { metric = heat, max = 8, at = TRUCK, subject = LOCATION }",
        "s { metric = heat, max = 8, at = TRUCK, for = [A] }")
        .goods("g", "A").receive("g", 0, "t").registered("t", 0, 1000, truck(1)).heat("t", 10, 9);

    assertThat(world.violations()).containsExactly("g/s/t/s/10 OPEN 10.. 1x 9.0", "t/r/t/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void aStayIsJudgedFromWhenTheGoodsHasTheCategory() {
    World world = World.with(COLD).goods("g").receive("g", 0, "w").heat("w", 10, 9).registered("g", 0, 20, of("A"));

    assertThat(world.violations()).as("the clock has not come there").isEmpty();
    assertThat(world.heat("w", 30, 9.5).violations()).containsExactly("g/cold/w/s/20 OPEN 20.. 2x 9.5");
    assertThat(world.violation("g/cold/w/s/20").stay()).isZero();
    assertThat(world.registered("g", 0, 40, of()).violations()).as("the end does not count yet")
        .containsExactly("g/cold/w/s/20 OPEN 20.. 2x 9.5");
    assertThat(world.receive("h", 40, "w").violations()).containsExactly("g/cold/w/s/20 CLOSED 20..40 2x 9.5");
  }

  @Test
  void equalTermsAreNotCut() {
    World world = World.with("cold { metric = heat, max = 8, for = [A, B] }")
        .goods("g", "A").receive("g", 0, "w").heat("w", 10, 9).registered("g", 0, 20, of("B")).heat("w", 30, 9);

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 OPEN 10.. 2x 9.0");
  }

  @Test
  void theLimitOfATruckMayChange() {
    World world = World.with("over { metric = load.weight, max = maxWeight, subject = LOCATION }")
        .registered("t", 0, -1, truck(300)).goods("g", 250, GoodsProfile.NEVER).load("g", 0, "w", "t")
        .registered("t", 0, 20, truck(200));

    assertThat(world.violations()).isEmpty();
    assertThat(world.heat("t", 20, 5).violations()).containsExactly("t/over/t/-/20 OPEN 20.. 1x 0.25");
    assertThat(world.registered("t", 0, 40, truck(250)).heat("t", 40, 5).violations())
        .containsExactly("t/over/t/-/20 CLOSED 20..40 1x 0.25");
  }

  @Test
  void weightsCountFromWhenTheyHoldOnceTheClockHasComeThere() {
    World world = World.with("light { metric = load.weight, max = 0.2, subject = LOCATION }")
        .goods("g", 100, GoodsProfile.NEVER).receive("g", 0, "w").registered("g", 0, 20, weighing(300)).heat("w", 19, 5);

    assertThat(world.violations()).isEmpty();
    assertThat(world.heat("w", 30, 5).violations()).containsExactly("w/light/w/-/20 OPEN 20.. 1x 0.3");
    assertThat(world.registered("g", 0, 25, weighing(50)).violations()).containsExactly("w/light/w/-/20 CLOSED 20..25 1x 0.3");
  }

  @Test
  void carriersAndTheirNamesAreThoseOfTheMoment() {
    World world = World.with("alone { metric = aboard.X, max = 0, for = [X] }")
        .goods("g", "X").goods("h").goods("i", "X").receive("g", 0, "w").receive("h", 0, "w").receive("i", 50, "w")
        .deliver("i", 60, "w")
        .registered("h", 0, 20, of("X"));

    assertThat(world.violations()).containsExactly(
        "g/alone/w/-/20 OPEN 20.. 3x 2.0 [h]", "h/alone/w/-/20 OPEN 20.. 3x 2.0 [g]",
            "i/alone/w/-/50 CLOSED 50..60 1x 2.0 [g, h]");
  }

  @Test
  void aGoodsDoesNotSeeThatItCarriesSomethingItself() {
    World world = World.with("company { metric = aboard.X, min = 1, for = [A] }")
        .goods("g", "A").receive("g", 0, "w").registered("g", 0, 10, of("A", "X")).registered("g", 0, 20, of("A"))
        .heat("w", 30, 5);

    assertThat(world.violations()).as("it sees one value for all its stay").containsExactly("g/company/w/-/0 OPEN 0.. 1x 0.0");
  }

  @Test
  void anExpiryIsOfItsPart() {
    World world = World.with().goods("g", 0, 50).receive("g", 0, "w").registered("g", 0, 80, usedBy(200)).receive("h", 70, "w");

    assertThat(world.violations()).as("the end is not proven").containsExactly("g/expired/-/-/50 OPEN 50..");
    assertThat(world.receive("i", 80, "w").violations()).containsExactly("g/expired/-/-/50 CLOSED 50..80");
    assertThat(world.receive("j", 200, "w").violations())
        .containsExactly("g/expired/-/-/200 OPEN 200..", "g/expired/-/-/50 CLOSED 50..80");
  }

  @Test
  void anExpiryIsProvenFromTheBeginningOfItsPart() {
    World world = World.with().goods("g").receive("g", 0, "w").receive("h", 60, "w").registered("g", 0, 100, usedBy(50));

    assertThat(world.violations()).as("60 proves that it is 50, but not that it is 100").isEmpty();
    assertThat(world.receive("i", 100, "w").violations()).containsExactly("g/expired/-/-/100 OPEN 100..");
  }

  @Test
  void expiredPartsThatAdjoinAreOne() {
    World world = World.with().goods("g", 0, 50).receive("g", 0, "w").registered("g", 0, 80, usedBy(60)).deliver("g", 100, "w");

    assertThat(world.violations()).containsExactly("g/expired/-/-/50 CLOSED 50..100");
  }

  @Test
  void theRouteIsThatOfTheBeginningOfTheStay() {
    World world = World.with().routed("g", "w").receive("g", 0, "w").receive("g", 50, "x")
        .registered("g", 0, 20, new GoodsProfile(0, List.of(), GoodsProfile.NEVER, List.of("x")));

    assertThat(world.violations()).containsExactly("g/misplaced/x/-/50 CLOSED 50..50");
    assertThat(world.registered("g", 0, 51, new GoodsProfile(0, List.of(), GoodsProfile.NEVER, List.of("y"))).violations())
        .hasSize(1);
  }

  private static long weightAt(Profiles profiles, long time) {
    return profiles.goodsAt(time).weightGrams();
  }

  private static GoodsProfile weighing(long grams) {
    return new GoodsProfile(grams, List.of(), GoodsProfile.NEVER);
  }

  private static GoodsProfile of(String... categories) {
    return new GoodsProfile(0, List.of(categories), GoodsProfile.NEVER);
  }

  private static GoodsProfile usedBy(long time) {
    return new GoodsProfile(0, List.of(), time);
  }

  private static PlaceProfile truck(long maxGrams) {
    return new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), maxGrams);
  }
}
