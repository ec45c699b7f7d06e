package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kongo.registry.GoodsProfile;
import kongo.registry.Registration;
import kongo.rules.BuiltIn;
import kongo.rules.Plausible;
import kongo.rules.Rule;
import kongo.rules.RuleBooks;
import org.junit.jupiter.api.Test;

/** Loggers that travel with the Goods: section 12. Values hold for 100 ms. */
class LoggersTest {

  private static final String COLD = "cold { metric = heat, max = 8, for = [A] }";
  private static final String OWN = "own { metric = heat, max = 8, for = [A], at = GOODS }";

  @Test
  void aGoodsIsAtItselfForEachOfItsPresences() {
    World world = World.with(COLD).goods("g", "A").receive("g", 0, "w").load("g", 20, "w", "t").deliverOff("g", 40, "t")
        .receive("g", 60, "v")
        .logged("g", 10, 9, 30, 9, 50, 9, 70, 9, 80, 5);

    assertThat(world.violations()).as("what was read outside is carried")
        .containsExactly("g/cold/g/s/10 CLOSED 10..40 2x 9.0", "g/cold/g/s/60 CLOSED 60..80 2x 9.0");
    assertThat(world.violation("g/cold/g/s/10")).satisfies(violation -> {
      assertThat(violation.location()).isEqualTo("g");
      assertThat(violation.goods()).isEqualTo("g");
      assertThat(violation.stay()).isZero();
    });
  }

  @Test
  void theRecordMayAsWellNameItAsALocation() {
    assertThat(World.with(COLD).goods("g", "A").receive("g", 0, "w").heat("g", 10, 9).violations())
        .containsExactly("g/cold/g/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void rulesMayBeAboutItAlone() {
    World world = World.with(OWN).goods("g", "A").receive("g", 0, "w").logged("g", 10, 9).heat("w", 10, 9);

    assertThat(world.violations()).containsExactly("g/own/g/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void rulesAboutTrucksAndWarehousesAreNotAboutIt() {
    assertThat(World.with("r { metric = heat, max = 8, for = [A], at = WAREHOUSE }",
        "s { metric = heat, max = 8, for = [A], at = TRUCK }")
        .goods("g", "A").receive("g", 0, "w").logged("g", 10, 9).violations()).isEmpty();
  }

  @Test
  void whoIsThereAndForHowLongIsNothingOfItself() {
    assertThat(World.with("a { metric = aboard.A, min = 1, for = [A] }", "b { metric = load.count, max = 0, for = [A] }",
        "c { stay = 5ms, for = [A] }")
        .goods("g", "A").receive("g", 0, "w").logged("g", 10, 9).violations())
        .extracting(line -> line.split(" ")[0]).containsExactly("g/a/w/-/0", "g/b/w/-/0");
  }

  @Test
  void anotherGoodsMayBeThereAsItsMoveNamedIt() {
    World world = World.with(COLD, OWN, "r { metric = heat, max = 8, for = [A], at = WAREHOUSE }",
        "b { metric = load.count, max = 0, for = [A] }")
        .goods("pallet").receive("pallet", 0, "w").goods("g", "A").moveTo("g", 5, "pallet").logged("pallet", 10, 9);

    assertThat(world.violations()).containsExactly(
        "g/b/pallet/-/5 OPEN 5.. 1x 1.0", "g/cold/pallet/s/10 OPEN 10.. 1x 9.0", "g/r/pallet/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void aGoodsThatIsMovedToItselfIsThereAsItselfOnly() {
    World world = World.with(COLD, "c { stay = 5ms, for = [A] }").goods("g", "A").receive("g", 0, "w").moveTo("g", 0, "g")
        .logged("g", 10, 9);

    assertThat(world.violations()).containsExactly("g/cold/g/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void rulesAboutLocationsAreNotAboutAGoods() {
    String place = "place { metric = heat, max = 8, subject = LOCATION }";

    assertThat(World.with(place).goods("g").heat("g", 10, 9).violations()).as("by its type").isEmpty();
    assertThat(World.with(place).receive("g", 0, "w").heat("g", 10, 9).violations()).as("it was moved").isEmpty();
    assertThat(World.with(place).logged("g", 10, 9).violations()).as("it was named as a Goods").isEmpty();
    assertThat(World.with(place).heat("g", 10, 9).violations()).as("it is any place").hasSize(1);
    assertThat(World.with(place).truck("g").receive("g", 0, "w").logged("g", 10, 9).violations()).as("its type says more")
        .hasSize(1);
  }

  @Test
  void onlyWhatCountsSaysThatItIsAGoods() {
    String place = "place { metric = heat, max = 8, subject = LOCATION }";
    World world = World.with(place).heat("g", 10, 9).logged("g", 20, 9);

    assertThat(world.violations()).isEmpty();
    assertThat(world.voided("g", 20).violations()).containsExactly("g/place/g/s/10 OPEN 10.. 1x 9.0");
    assertThat(World.with(place).logged("g", 20, 9).heat("g", 10, 9, 30, 9).voided("g", 10).violations()).isEmpty();
    assertThat(World.with(place).heat("g", 10, 9).logged("g", 20, 9).heat("g", 30, 9).voided("g", 10).voided("g", 30)
        .violations()).isEmpty();
    assertThat(World.with(place).heat("g", 10, 9).logged("g", 10, 9).violations()).as("a repetition says nothing new").hasSize(1);
  }

  @Test
  void aPlaceIsNeverAtItself() {
    World world = World.with("shelf { stay = 50ms, for = [A] }").truck("t").goods("g", "A").load("g", 0, "w", "t");

    assertThat(world.receive("t", 100, "w").violations()).as("nor does its clock go by that").isEmpty();
    assertThat(world.register("t", Registration.DELETED).violations()).as("what has no type may be a Goods")
        .containsExactly("g/shelf/t/-/50 OPEN 50..");
  }

  @Test
  void silenceIsOfThoseThatHaveALogger() {
    String silent = "silent { metric = heat, silent = 15ms, for = [A], at = GOODS }";
    World world = World.with(silent, "any { metric = heat, silent = 15ms, for = [A], at = TRUCK }").goods("g", "A")
        .receive("g", 20, "w")
        .logged("g", 0, 5).reading("g", "clock", "", 100, 0);

    assertThat(world.violations()).as("a reading from before the presence says nothing").isEmpty();
    assertThat(world.logged("g", 30, 5).violations()).containsExactly("g/silent/g/-/45 OPEN 45..");
    assertThat(world.logged("g", 50, 5, 60, 5).violations())
        .containsExactly("g/silent/g/-/45 CLOSED 45..50", "g/silent/g/-/75 OPEN 75..");
    assertThat(world.deliver("g", 80, "w").violations())
        .containsExactly("g/silent/g/-/45 CLOSED 45..50", "g/silent/g/-/75 CLOSED 75..80");
    assertThat(World.with("any { metric = heat, silent = 15ms, for = [A] }").goods("g", "A").receive("g", 0, "w")
        .logged("g", 0, 5, 100, 5).violations())
        .as("a rule for anywhere is not about it").isEmpty();
  }

  @Test
  void aFaultyFirstReadingSaysThatThereIsALogger() {
    Rule silent = World.rule("silent { metric = heat, silent = 15ms, for = [A], at = GOODS }");
    World world = World.with(RuleBooks.of(
            List.of(silent), 0, new TreeMap<>(Map.of("heat", new Plausible(-90, 100, Set.of()))), BuiltIn.DEFAULT))
        .goods("g", "A").receive("g", 0, "w").logged("g", 10, 999, 20, 999, 30, 999);

    assertThat(world.violations()).containsExactly("g/silent/g/-/25 OPEN 25..");
  }

  @Test
  void routesAndExpiryGoByWhereItsMovesLed() {
    World world = World.with().register("g", new GoodsProfile(0, List.of(), 50, List.of("w"))).receive("g", 0, "w")
        .logged("g", 60, 9);

    assertThat(world.violations()).as("its own clock proves nothing of where it is").isEmpty();
    assertThat(world.heat("w", 50, 5).violations()).containsExactly("g/expired/-/-/50 OPEN 50..");
    assertThat(world.violation("g/expired/-/-/50").location()).isEqualTo("w");
  }

  @Test
  void theClockOfItsOwnPlaceProvesNoExpiryThoughAMoveLedItThere() {
    World world = World.with().register("g", new GoodsProfile(0, List.of(), 50)).receive("g", 0, "w").moveTo("g", 10, "g")
        .logged("g", 60, 9);

    assertThat(world.violations()).isEmpty();
    assertThat(world.moveTo("g", 50, "v").violations()).containsExactly("g/expired/-/-/50 OPEN 50..");
  }

  @Test
  void theClockOfAPlaceThatIsNotItsOwnProvesItsExpiry() {
    World world = World.with().goods("g", 0, 50).receive("g", 0, "w").moveTo("g", 10, "h").logged("h", 60, 9);

    assertThat(world.violations()).containsExactly("g/expired/-/-/50 OPEN 50..");
  }

  @Test
  void itsClockIsThatOfItsLoggerAndOfItsPresences() {
    World world = World.with(RuleBooks.of(List.of(World.rule(OWN)))).goods("g", "A").receive("g", 0, "w").logged("g", 10, 9)
        .book(60).receive("h", 70, "w");

    assertThat(world.violations()).containsExactly("g/own/g/s/10 OPEN 10.. 1x 9.0");
    assertThat(world.load("g", 70, "w", "t").violations()).as("it is still present")
        .containsExactly("g/own/g/s/10 OPEN 10.. 1x 9.0");
    assertThat(world.reading("g", "clock", "", 60, 0).violations()).containsExactly("g/own/g/s/10 CLOSED 10..60 1x 9.0");
  }
}
