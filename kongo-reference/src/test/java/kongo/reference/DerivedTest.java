package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import kongo.registry.GoodsProfile;
import kongo.violation.Kind;
import kongo.violation.Limit;
import org.junit.jupiter.api.Test;

/** Values that follow from who is there: sections 5 to 8 of docs/semantics.md. */
class DerivedTest {

  private static final long NEVER = GoodsProfile.NEVER;
  private static final String OVERLOAD = "over { metric = load.weight, max = maxWeight, at = TRUCK, subject = LOCATION }";
  private static final String NO_BULKY = "no-bulky { metric = \"aboard.BULKY\", max = 0, at = TRUCK, for = [FRAGILE] }";
  private static final String ALONE = "alone { metric = \"aboard.HAZ\", max = 0, for = [HAZ] }";

  @Test
  void reportsWhatTravelsTogetherAndNamesTheCulprits() {
    World world = World.with(NO_BULKY).truck("t").goods("vase", "FRAGILE").goods("sofa", "BULKY").goods("bed", "BULKY")
        .load("vase", 0, "w", "t").load("sofa", 10, "w", "t").load("bed", 20, "w", "t")
        .unload("sofa", 30, "t", "w").unload("bed", 40, "t", "w");

    assertThat(world.violations()).containsExactly("vase/no-bulky/t/-/10 CLOSED 10..40 3x 2.0 [sofa]");
    assertThat(world.violation("vase/no-bulky/t/-/10")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.COLOCATION);
      assertThat(violation.metric()).isEqualTo("aboard.BULKY");
      assertThat(violation.sensor()).isEmpty();
      assertThat(violation.stay()).isZero();
    });
  }

  @Test
  void aStayBeginsWithTheValueAfterAllChangesOfThatInstant() {
    World world = World.with(NO_BULKY).truck("t").goods("vase", "FRAGILE").goods("sofa", "BULKY").goods("bed", "BULKY")
        .load("sofa", 0, "w", "t").unload("sofa", 10, "t", "w").load("vase", 10, "w", "t");

    assertThat(world.violations()).isEmpty();
    assertThat(world.load("bed", 10, "w", "t").violations())
        .containsExactly("vase/no-bulky/t/-/10 OPEN 10.. 1x 1.0 [bed]");
  }

  @Test
  void aSwapWithinAnInstantIsNoChange() {
    World world = World.with(NO_BULKY).truck("t").goods("vase", "FRAGILE").goods("sofa", "BULKY").goods("bed", "BULKY")
        .load("vase", 0, "w", "t").load("sofa", 10, "w", "t").unload("sofa", 20, "t", "w").load("bed", 20, "w", "t");

    assertThat(world.violations()).containsExactly("vase/no-bulky/t/-/10 OPEN 10.. 1x 1.0 [sofa]");
  }

  @Test
  void oneThatCarriesTheCategoryDoesNotCountItself() {
    World world = World.with(ALONE).goods("a", "HAZ").goods("b", "HAZ").receive("a", 0, "w");

    assertThat(world.violations()).isEmpty();
    assertThat(world.receive("b", 10, "w").violations())
        .containsExactly("a/alone/w/-/10 OPEN 10.. 1x 1.0 [b]", "b/alone/w/-/10 OPEN 10.. 1x 1.0 [a]");
  }

  @Test
  void othersAreSortedAndAtMostTen() {
    World world = World.with(ALONE);
    IntStream.rangeClosed(1, 12).forEach(i -> world.goods("g" + i, "HAZ").receive("g" + i, 0, "w"));

    assertThat(world.violation("g10/alone/w/-/0").others())
        .containsExactly("g1", "g11", "g12", "g2", "g3", "g4", "g5", "g6", "g7", "g8");
    assertThat(world.violation("g10/alone/w/-/0").worst()).isEqualTo(11);
  }

  @Test
  void aStaySeesTheValueAtItsBeginningEvenIfNothingEverChanges() {
    World world = World.with("escorted { metric = \"aboard.GUARD\", min = 1, for = [GOLD] }")
        .goods("gold", "GOLD").receive("gold", 5, "w");

    assertThat(world.violations()).containsExactly("gold/escorted/w/-/5 OPEN 5.. 1x 0.0");
  }

  @Test
  void aDerivedValueHoldsUntilItChanges() {
    World world = World.with(ALONE).goods("a", "HAZ").goods("b", "HAZ").receive("a", 0, "w").receive("b", 10, "w")
        .deliver("a", 1_000_000, "w");

    assertThat(world.violations()).containsExactly(
        "a/alone/w/-/10 CLOSED 10..1000000 1x 1.0 [b]", "b/alone/w/-/10 CLOSED 10..1000000 1x 1.0 [a]");
  }

  @Test
  void aLocationSeesEveryChangeButNotTheNothingBeforeTheFirst() {
    World world = World.with("busy { metric = load.count, min = 2, max = 2, subject = LOCATION }")
        .receive("a", 10, "w").receive("b", 20, "w").receive("c", 30, "w").deliver("a", 40, "w").deliver("b", 50, "w");

    assertThat(world.violations()).containsExactly(
        "w/busy/w/-/10 CLOSED 10..20 1x 1.0", "w/busy/w/-/30 CLOSED 30..40 1x 3.0", "w/busy/w/-/50 OPEN 50.. 1x 1.0");
    assertThat(world.violation("w/busy/w/-/10").kind()).isEqualTo(Kind.OVERLOAD);
  }

  @Test
  void aLocationRuleOnCategoriesNamesAllOfThem() {
    World world = World.with("r { metric = \"aboard.HAZ\", max = 1, subject = LOCATION }")
        .goods("a", "HAZ").goods("b", "HAZ").goods("c").receive("a", 0, "w").receive("b", 5, "w").receive("c", 5, "w");

    assertThat(world.violations()).containsExactly("w/r/w/-/5 OPEN 5.. 1x 2.0 [a, b]");
  }

  @Test
  void goodsCountThemselvesInTheLoad() {
    World world = World.with("r { metric = load.count, below = 2, for = [X] }", "s { metric = load.weight, max = 1, for = [X] }")
        .goods("a", 600, NEVER, "X").goods("b", 500, NEVER).receive("a", 0, "w").receive("b", 10, "w");

    assertThat(world.violations()).containsExactly("a/r/w/-/10 OPEN 10.. 1x 2.0", "a/s/w/-/10 OPEN 10.. 1x 1.1");
  }

  @Test
  void comparesWithMaxWeightToTheGram() {
    World world = World.with(OVERLOAD).truck("t", 300).goods("a", 100, NEVER).goods("b", 200, NEVER)
        .load("a", 0, "w", "t").load("b", 10, "w", "t");

    assertThat(world.violations()).as("0.1 + 0.2 is 0.3").isEmpty();
    assertThat(world.goods("b", 201, NEVER).violations()).containsExactly("t/over/t/-/10 OPEN 10.. 1x 0.301");
    assertThat(world.violation("t/over/t/-/10")).satisfies(violation -> {
      assertThat(violation.kind()).isEqualTo(Kind.OVERLOAD);
      assertThat(violation.goods()).isNull();
      assertThat(violation.stay()).isNull();
      assertThat(violation.others()).isEmpty();
      assertThat(violation.limit()).isEqualTo(Limit.ofBounds(
          OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0.3), OptionalDouble.empty()));
    });
  }

  @Test
  void comparesExactlyWhereDoublesCannot() {
    // beyond 2^53 grams neighbouring weights are one double of kilograms
    long grams = 9_007_199_254_740_992_000L;
    World world = World.with(OVERLOAD).truck("t", grams).goods("a", grams, NEVER).goods("b", 1, NEVER)
        .load("a", 0, "w", "t").load("b", 10, "w", "t");

    assertThat(world.violations()).containsExactly("t/over/t/-/10 OPEN 10.. 1x 9.007199254740992E15");
  }

  @Test
  void belowMaxWeightExcludesIt() {
    World world = World.with("r { metric = load.weight, below = maxWeight, for = [X] }")
        .truck("t", 500).goods("a", 500, NEVER, "X").load("a", 0, "w", "t");

    assertThat(world.violations()).containsExactly("a/r/t/-/0 OPEN 0.. 1x 0.5");
    assertThat(world.truck("t", 501).violations()).isEmpty();
  }

  @Test
  void aMaxWeightOfZeroIsALimit() {
    World world = World.with(OVERLOAD).truck("t", 0).goods("a", 1, NEVER).load("a", 0, "w", "t");

    assertThat(world.violations()).containsExactly("t/over/t/-/0 OPEN 0.. 1x 0.001");
  }

  @Test
  void aRuleWithMaxWeightDoesNotApplyWhereThereIsNone() {
    World world = World.with(OVERLOAD, "r { metric = load.weight, min = 5, max = maxWeight, for = [X] }")
        .goods("a", 1000, NEVER, "X").load("a", 0, "w", "t");

    assertThat(world.violations()).isEmpty();
    assertThat(world.truck("t").violations()).isEmpty();
    assertThat(world.warehouse("t").violations()).isEmpty();
    assertThat(world.truck("t", 500).violations()).hasSize(2);
  }

  @Test
  void loadsAndUnloadsThatOverlapEachCountOnce() {
    World world = World.with(OVERLOAD).truck("t", 1000).goods("a", 800, NEVER).goods("b", 400, NEVER)
        .load("a", 0, "w", "t").load("b", 10, "w", "t").load("b", 15, "w", "t").unload("a", 20, "t", "w");

    assertThat(world.violations()).containsExactly("t/over/t/-/10 CLOSED 10..20 1x 1.2");
  }

  @Test
  void goodsOfUnknownWeightWeighNothing() {
    World world = World.with(OVERLOAD).truck("t", 1000).goods("a", 1001, NEVER)
        .load("a", 0, "w", "t").load("unknown", 10, "w", "t");

    assertThat(world.violations()).as("the second load changes nothing")
        .containsExactly("t/over/t/-/0 OPEN 0.. 1x 1.001");
  }
}
