package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.rules.BuiltIn;
import kongo.rules.Damping;
import kongo.rules.Escalation;
import kongo.rules.Plausible;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Severity;
import org.junit.jupiter.api.Test;

/** Rule books that hold from some time on: section 11. Values hold for 100 ms; a Goods of A is at w from 0 on. */
class RuleBooksInTimeTest {

  private static final Rule COLD = World.rule("cold { metric = heat, max = 8, for = [A] }");
  private static final Rule COLDER = World.rule("cold { metric = heat, max = 7, for = [A] }");
  private static final Rule WARMER = World.rule("cold { metric = heat, max = 20, for = [A] }");

  @Test
  void ofTheBooksThatHoldTheLastIsInForce() {
    World world = judged(COLD).heat("w", 10, 7.5, 30, 7.5, 50, 7.5, 70, 7.5);

    assertThat(world.book(20, COLDER).violations()).containsExactly("g/cold/w/s/20 OPEN 20.. 4x 7.5");
    assertThat(world.book(60, WARMER).violations()).containsExactly("g/cold/w/s/20 CLOSED 20..60 3x 7.5");
    assertThat(world.book(40, COLD).violations()).as("a scheduled book is replaced by a later one with an earlier from")
        .containsExactly("g/cold/w/s/20 CLOSED 20..40 2x 7.5");
    assertThat(world.book(RuleHistory.EVER, COLDER).violations()).containsExactly("g/cold/w/s/10 OPEN 10.. 4x 7.5");
  }

  @Test
  void anOldBookThatIsSentAgainHolds() {
    World world = judged(COLDER).heat("w", 10, 7.5).book(RuleHistory.EVER, COLD).book(RuleHistory.EVER, COLDER);

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 OPEN 10.. 1x 7.5");
  }

  @Test
  void anEqualBookChangesNothingAndAnotherRuleNeither() {
    Rule other = World.rule("other { metric = damp, max = 1, for = [A] }");
    World world = judged(COLD).heat("w", 10, 9, 30, 9);

    assertThat(world.book(20, COLD).book(25, COLD, other).violations()).containsExactly("g/cold/w/s/10 OPEN 10.. 2x 9.0");
  }

  @Test
  void theIntervalSeesTheValueThatIsCarriedToItsBeginning() {
    World world = judged(COLD).heat("w", 10, 9, 30, 5).book(20, COLDER);

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 CLOSED 10..20 1x 9.0", "g/cold/w/s/20 CLOSED 20..30 1x 9.0");
    assertThat(world.violation("g/cold/w/s/20").stay()).as("the stay is still that").isZero();
  }

  @Test
  void aReadingAtTheBoundIsOfTheLaterInterval() {
    assertThat(judged(COLD).heat("w", 10, 5, 20, 7.5, 30, 5).book(20, COLDER).violations())
        .containsExactly("g/cold/w/s/20 CLOSED 20..30 1x 7.5");
    assertThat(judged(COLDER).heat("w", 10, 5, 20, 7.5, 30, 5).book(20, COLD).violations()).isEmpty();
  }

  @Test
  void aBoundCountsOnceTheClockHasReachedIt() {
    World world = judged(COLD).heat("w", 10, 9).book(60, COLDER);

    assertThat(world.receive("h", 59, "w").violations()).containsExactly("g/cold/w/s/10 OPEN 10.. 1x 9.0");
    assertThat(world.receive("i", 60, "w").violations())
        .containsExactly("g/cold/w/s/10 CLOSED 10..60 1x 9.0", "g/cold/w/s/60 OPEN 60.. 1x 9.0");
  }

  @Test
  void orOnceTheSeriesHasAReadingThere() {
    World world = judged(COLD).heat("w", 10, 9).book(60, COLDER).heatSent("w", 60, 11, 9);

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 CLOSED 10..60 1x 9.0", "g/cold/w/s/60 OPEN 60.. 1x 9.0");
  }

  @Test
  void theReadingOfOneSeriesIsNoWordOfAnother() {
    World world = judged(COLD).heat("w", 10, 9).book(60, COLDER);
    world.readingSent("w", "heat", "other", 70, 11, 5);

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 OPEN 10.. 1x 9.0");
  }

  @Test
  void whatIsNotMeasuredGoesByTheClockAlone() {
    World world = judged(World.rule("alone { metric = load.count, max = 0, for = [A] }"))
        .book(60, World.rule("alone { metric = load.count, max = 5, for = [A] }")).heatSent("w", 70, 59, 5);

    assertThat(world.violations()).containsExactly("g/alone/w/-/0 OPEN 0.. 1x 1.0");
    assertThat(world.heatSent("w", 71, 60, 5).violations()).containsExactly("g/alone/w/-/0 CLOSED 0..60 1x 1.0");
  }

  @Test
  void theClockGoesBack() {
    World world = judged(COLD).heat("w", 0, 9).book(95, COLDER).receive("h", 10, "w").load("h", 100, "w", "t");

    assertThat(world.violations()).hasSize(2);
    assertThat(world.load("h", 90, "w", "u").violations())
        .contains("g/cold/w/s/0 OPEN 0.. 1x 9.0").noneMatch(line -> line.startsWith("g/cold/w/s/95"));
  }

  @Test
  void aRuleThatIsGoneEndsWhatItsSilentSensorBegan() {
    World world = judged(COLD).heat("w", 50, 9).book(60);

    assertThat(world.violations()).containsExactly("g/cold/w/s/50 OPEN 50.. 1x 9.0");
    assertThat(world.reading("w", "clock", "", 1000, 0).violations()).as("however old it is")
        .containsExactly("g/cold/w/s/50 CLOSED 50..60 1x 9.0");
  }

  @Test
  void aChangedRuleDoesNotCloseAnAlarmForWantOfNews() {
    Rule brief = World.rule("cold { metric = heat, max = 8, for = [A], hold = 5ms }");
    World world = judged(brief).heat("w", 50, 9).book(60, COLDER).book(90, COLD);

    assertThat(world.reading("w", "clock", "", 61, 0).violations())
        .containsExactly("g/cold/w/s/50 CLOSED 50..60 1x 9.0", "g/cold/w/s/60 OPEN 60.. 1x 9.0");
    assertThat(world.reading("w", "clock", "", 1000, 0).violations()).containsExactly(
        "g/cold/w/s/50 CLOSED 50..60 1x 9.0", "g/cold/w/s/60 CLOSED 60..90 1x 9.0", "g/cold/w/s/90 OPEN 90.. 1x 9.0");
    assertThat(world.heat("w", 95, 5).violations()).as("there is news").containsExactly(
        "g/cold/w/s/50 CLOSED 50..55 1x 9.0", "g/cold/w/s/60 CLOSED 60..90 1x 9.0", "g/cold/w/s/90 CLOSED 90..95 1x 9.0");
  }

  @Test
  void aSensorIsSilentThoughAnotherIsNot() {
    Rule brief = World.rule("cold { metric = heat, max = 8, for = [A], hold = 5ms }");
    World world = judged(brief).heat("w", 50, 9).reading("w", "heat", "other", 50, 9).book(60, COLDER)
        .reading("w", "heat", "other", 70, 5);

    assertThat(world.violations()).containsExactly(
        "g/cold/w/other/50 CLOSED 50..55 1x 9.0", "g/cold/w/other/60 CLOSED 60..70 1x 9.0", "g/cold/w/s/50 CLOSED 50..60 1x 9.0",
            "g/cold/w/s/60 OPEN 60.. 1x 9.0");
  }

  @Test
  void theNewsMayBeWithinTheNextInterval() {
    Rule brief = World.rule("cold { metric = heat, max = 8, for = [A], hold = 5ms }");
    World world = judged(brief).heat("w", 50, 9).book(60, World.rule("cold { metric = heat, max = 7, for = [A], hold = 5ms }"));

    assertThat(world.heat("w", 62, 9).violations())
        .containsExactly("g/cold/w/s/50 CLOSED 50..55 1x 9.0", "g/cold/w/s/62 OPEN 62.. 1x 9.0");
  }

  @Test
  void theEndOfTheStayIsNews() {
    Rule brief = World.rule("cold { metric = heat, max = 8, for = [A], hold = 5ms }");

    assertThat(judged(brief).heat("w", 50, 9).book(60, COLDER).deliver("g", 100, "w").violations())
        .containsExactly("g/cold/w/s/50 CLOSED 50..55 1x 9.0", "g/cold/w/s/60 CLOSED 60..100 1x 9.0");
  }

  @Test
  void anotherMetricDoesNotGoOn() {
    World world = judged(COLD).heat("w", 50, 9).reading("w", "damp", "s", 10, 9)
        .book(160, World.rule("cold { metric = damp, max = 7, for = [A] }")).reading("w", "clock", "", 200, 0);

    assertThat(world.violations()).containsExactly("g/cold/w/s/50 CLOSED 50..160 1x 9.0");
  }

  @Test
  void whereTheRuleIsGoneInBetweenNothingGoesOn() {
    World world = judged(COLD).heat("w", 50, 9).book(60).book(200, COLD).reading("w", "clock", "", 300, 0);

    assertThat(world.violations()).containsExactly("g/cold/w/s/50 CLOSED 50..60 1x 9.0");
  }

  @Test
  void whatGoesOnNeedsNoDelay() {
    Rule waits = damped(COLD, new Damping(0, 0, 10));
    World world = judged(waits).heat("w", 50, 9).book(60, damped(COLDER, new Damping(0, 0, 91)))
        .reading("w", "clock", "", 1000, 0);

    assertThat(world.violations()).containsExactly("g/cold/w/s/50 CLOSED 50..60 1x 9.0", "g/cold/w/s/60 OPEN 60.. 1x 9.0");
  }

  @Test
  void butWhatWasNoneYetDoes() {
    Rule waits = damped(COLD, new Damping(0, 0, 11));
    World world = judged(waits).heat("w", 50, 9).book(60, damped(COLDER, new Damping(0, 0, 90)));

    assertThat(world.reading("w", "clock", "", 1000, 0).violations()).as("it holds for 90 ms more")
        .containsExactly("g/cold/w/s/60 OPEN 60.. 1x 9.0");
    assertThat(judged(waits).heat("w", 50, 9).book(60, damped(COLDER, new Damping(0, 0, 91))).reading("w", "clock", "", 1000, 0)
        .violations())
        .as("delay counts anew").isEmpty();
  }

  @Test
  void nothingIsCarriedOverAFaultyReading() {
    TreeMap<String, Plausible> meant = new TreeMap<>(Map.of("heat", new Plausible(-90, 100, Set.of())));
    World world = World.with(RuleBooks.of(List.of(COLD), 0, meant, BuiltIn.DEFAULT)).goods("g", "A").receive("g", 0, "w")
        .heat("w", 10, 9, 20, 999).book(30, RuleBooks.of(List.of(COLDER), 0, meant, BuiltIn.DEFAULT))
        .reading("w", "clock", "", 50, 0);

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 CLOSED 10..20 1x 9.0");
  }

  @Test
  void runsAreNotMergedOverABound() {
    World world = judged(damped(COLD, new Damping(0, 50, 0))).heat("w", 10, 9, 15, 5, 22, 9, 30, 5)
        .book(20, damped(COLDER, new Damping(0, 50, 0)));

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 CLOSED 10..15 1x 9.0", "g/cold/w/s/22 CLOSED 22..30 1x 9.0");
  }

  @Test
  void aBetweenValueDoesNotGoOnOverABound() {
    World world = judged(damped(COLD, new Damping(1, 0, 0))).heat("w", 10, 9, 15, 7.5, 30, 7.5)
        .book(20, damped(COLD, new Damping(2, 0, 0)));

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 CLOSED 10..20 1x 9.0");
  }

  @Test
  void onlySeverityCutsNothing() {
    Rule ranked = ranked(COLD,
        new Ranking(Severity.WARNING, List.of(new Escalation(Severity.CRITICAL, OptionalLong.of(50), OptionalDouble.empty())),
        Optional.of(true)));
    World world = judged(COLD).heat("w", 10, 9, 30, 9, 40, 5, 50, 9, 70, 9, 90, 9, 110, 5).book(20, ranked);

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 CLOSED 10..40 2x 9.0", "g/cold/w/s/50 CLOSED 50..110 3x 9.0");
    assertThat(world.violation("g/cold/w/s/10").severity()).as("that of its from, for life").isEqualTo(Severity.MAJOR);
    assertThat(world.violation("g/cold/w/s/50").severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void whereARuleAppliesCutsNothingWhereItDoes() {
    World world = judged(COLD).heat("w", 10, 9, 30, 9)
        .book(20, World.rule("cold { metric = heat, max = 8, for = [A, B], at = WAREHOUSE }"));

    assertThat(world.violations()).containsExactly("g/cold/w/s/10 OPEN 10.. 2x 9.0");
    assertThat(world.book(25, World.rule("cold { metric = heat, max = 8, for = [B] }")).violations())
        .containsExactly("g/cold/w/s/10 CLOSED 10..25 1x 9.0");
  }

  @Test
  void equalBoundsAreEqualHoweverTheyAreSaid() {
    World world = World.with(World.rule("over { metric = load.weight, max = maxWeight, subject = LOCATION }"))
        .register("t", new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), 100_000))
        .goods("g", 200_000, GoodsProfile.NEVER).load("g", 0, "w", "t")
        .book(10, World.rule("over { metric = load.weight, max = 100, subject = LOCATION }"))
        .heat("t", 20, 5);

    assertThat(world.violations()).containsExactly("t/over/t/-/0 OPEN 0.. 1x 200.0");
    assertThat(world.book(15, World.rule("over { metric = load.weight, max = 101, subject = LOCATION }")).violations())
        .containsExactly("t/over/t/-/0 CLOSED 0..15 1x 200.0", "t/over/t/-/15 OPEN 15.. 1x 200.0");
  }

  @Test
  void holdCountsOnlyWhereSomethingIsHeld() {
    RuleBook patient = RuleBooks.parse("hold = 200ms, rules { alone { metric = load.count, max = 0, for = [A] }, cold { metric = heat, max = 8, for = [A] } }", "test");
    World world = World.with("alone { metric = load.count, max = 0, for = [A] }", "cold { metric = heat, max = 8, for = [A] }")
        .goods("g", "A").receive("g", 0, "w").heat("w", 10, 9, 30, 9).book(20, patient);

    assertThat(world.violations()).containsExactly(
        "g/alone/w/-/0 OPEN 0.. 1x 1.0", "g/cold/w/s/10 CLOSED 10..20 1x 9.0", "g/cold/w/s/20 OPEN 20.. 2x 9.0");
  }

  @Test
  void aLocationSeesNothingBeforeItsFirstChange() {
    World world = World.with(RuleBooks.of(List.of()))
        .book(50, World.rule("low { metric = load.count, min = 1, subject = LOCATION }"))
        .heat("w", 60, 5);

    assertThat(world.violations()).isEmpty();
    assertThat(world.receive("g", 10, "w").deliver("g", 20, "w").violations()).containsExactly("w/low/w/-/50 OPEN 50.. 1x 0.0");
    assertThat(world.receive("g", 70, "w").violations()).containsExactly("w/low/w/-/50 CLOSED 50..70 1x 0.0");
  }

  @Test
  void aSilenceIsCutToItsInterval() {
    World world = judged(World.rule("heard { metric = heat, silent = 15ms, for = [A] }")).heat("w", 0, 5)
        .book(30, World.rule("heard { metric = heat, silent = 20ms, for = [A] }"));

    assertThat(world.heatSent("w", 60, 29, 5).violations()).as("the clock is 29").containsExactly("g/heard/w/-/15 CLOSED 15..60");
    assertThat(world.receive("h", 30, "w").violations())
        .containsExactly("g/heard/w/-/15 CLOSED 15..30", "g/heard/w/-/30 CLOSED 30..60");
  }

  @Test
  void anOverstayIsCutToItsInterval() {
    World world = judged(World.rule("shelf { stay = 20ms, for = [A] }")).book(30, World.rule("shelf { stay = 25ms, for = [A] }"));

    assertThat(world.receive("h", 29, "w").violations()).containsExactly("g/shelf/w/-/20 OPEN 20..");
    assertThat(world.receive("i", 30, "w").violations())
        .containsExactly("g/shelf/w/-/20 CLOSED 20..30", "g/shelf/w/-/30 OPEN 30..");
  }

  @Test
  void graceIsOfTheStayAndThenOfTheRule() {
    World world = judged(graced(COLD, 20)).heat("w", 5, 9).book(10, graced(COLDER, 30)).receive("h", 29, "w");

    assertThat(world.violations()).isEmpty();
    assertThat(world.receive("i", 30, "w").violations()).containsExactly("g/cold/w/s/30 OPEN 30.. 1x 9.0");
  }

  @Test
  void aRuleMayBecomeOneOfAnotherKind() {
    World world = judged(COLD).heat("w", 0, 9).book(10, World.rule("cold { metric = heat, silent = 5ms, for = [A] }"))
        .reading("w", "clock", "", 10, 0);

    assertThat(world.violations()).containsExactly("g/cold/w/-/10 OPEN 10..", "g/cold/w/s/0 CLOSED 0..10 1x 9.0");
    assertThat(world.book(20, COLD).reading("w", "clock", "", 20, 0).violations())
        .containsExactly("g/cold/w/-/10 CLOSED 10..20", "g/cold/w/s/0 CLOSED 0..10 1x 9.0", "g/cold/w/s/20 OPEN 20.. 1x 9.0");
    assertThat(world.book(30, World.rule("cold { stay = 5ms, for = [A] }")).book(40, COLD).reading("w", "clock", "", 40, 0)
        .violations())
        .contains("g/cold/w/-/30 CLOSED 30..40", "g/cold/w/s/40 OPEN 40.. 1x 9.0");
  }

  @Test
  void theBuiltInKindsHaveTheSeverityOfTheirMoment() {
    BuiltIn later = new BuiltIn(Ranking.of(Severity.CRITICAL), Severity.MINOR, Severity.WARNING);
    World world = World.with(RuleBooks.of(List.of())).register("g", new GoodsProfile(0, List.of(), 5, List.of("x")))
        .receive("g", 0, "w").load("g", 10, "v", "t").unload("g", 30, "u", "w")
        .book(20, RuleBooks.of(List.of(), 0, new TreeMap<>(), later));

    assertThat(world.violation("g/expired/-/-/5").severity()).as("never split").isEqualTo(Severity.MAJOR);
    assertThat(world.violation("g/misplaced/v/-/10").severity()).isEqualTo(Severity.WARNING);
    assertThat(world.violation("g/misplaced/u/-/30").severity()).isEqualTo(Severity.MINOR);
    assertThat(world.violation("g/misrouted/w/-/0").severity()).isEqualTo(Severity.MAJOR);
    assertThat(world.violation("g/misrouted/w/-/30").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void settleIsThatOfTheReceive() {
    World world = World.settling(0).receive("g", 0, "w").load("g", 100, "w", "t").receive("g", 105, "w");

    assertThat(world.violations()).hasSize(1);
    assertThat(world.book(105, RuleBooks.of(List.of(), 10)).violations()).isEmpty();
    assertThat(world.book(106, RuleBooks.of(List.of(), 0)).violations()).isEmpty();
    assertThat(world.book(105, RuleBooks.of(List.of(), 0)).violations()).hasSize(1);
  }

  @Test
  void whatSensorsCanMeanIsThatOfTheReading() {
    TreeMap<String, Plausible> meant = new TreeMap<>(Map.of("heat", new Plausible(-90, 100, Set.of())));
    World world = judged(COLD).heat("w", 10, 200, 20, 200, 30, 9)
        .book(20, RuleBooks.of(List.of(COLD), 0, meant, BuiltIn.DEFAULT));

    assertThat(world.violations()).as("it cuts nothing")
        .containsExactly("g/cold/w/s/10 CLOSED 10..20 1x 200.0", "g/cold/w/s/30 OPEN 30.. 1x 9.0");
  }

  private static World judged(Rule rule) {
    return World.with(rule).goods("g", "A").receive("g", 0, "w");
  }

  private static Rule damped(Rule rule, Damping damping) {
    return new Rule(rule.name(), rule.condition(), damping, 0, rule.at(), rule.subject(), rule.categories(), rule.ranking());
  }

  private static Rule graced(Rule rule, long grace) {
    return new Rule(rule.name(), rule.condition(), Damping.NONE, grace, rule.at(), rule.subject(), rule.categories(),
        rule.ranking());
  }

  private static Rule ranked(Rule rule, Ranking ranking) {
    return new Rule(rule.name(), rule.condition(), rule.damping(), 0, rule.at(), rule.subject(), rule.categories(), ranking);
  }
}
