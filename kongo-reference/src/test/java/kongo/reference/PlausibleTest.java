package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kongo.rules.BuiltIn;
import kongo.rules.Damping;
import kongo.rules.Plausible;
import kongo.rules.Rule;
import kongo.rules.RuleBooks;
import org.junit.jupiter.api.Test;

/** Faulty readings: section 5. Values hold for 100 ms, and heat is from -90 to 100 but never 85. */
class PlausibleTest {

  private static final String COLD = "cold { metric = heat, max = 8, for = [A] }";

  @Test
  void aFaultyReadingHasNoValueAndEndsTheOneBefore() {
    assertThat(at(0, COLD).heat("w", 0, 9, 10, 85, 20, 9, 30, 100.5).violations())
        .containsExactly("g/cold/w/s/0 CLOSED 0..10 1x 9.0", "g/cold/w/s/20 CLOSED 20..30 1x 9.0");
    assertThat(at(0, COLD).heat("w", 0, 9, 150, 85).violations()).as("or hold did")
        .containsExactly("g/cold/w/s/0 CLOSED 0..100 1x 9.0");
  }

  @Test
  void theBoundsAreAllowed() {
    assertThat(at(0, "cold { metric = heat, min = 0, max = 8, for = [A] }").heat("w", 0, -90, 10, 100).violations())
        .containsExactly("g/cold/w/s/0 OPEN 0.. 2x 100.0");
    assertThat(at(0, "cold { metric = heat, min = 0, max = 8, for = [A] }")
        .heat("w", 0, Math.nextDown(-90.0), 10, Math.nextUp(100.0)).violations()).isEmpty();
  }

  @Test
  void noZeroIsMeantWhateverItsSign() {
    Plausible notZero = new Plausible(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Set.of(0.0));
    World world = World.with(RuleBooks.of(
        List.of(World.rule("cold { metric = heat, min = 2, for = [A] }")), 0, new TreeMap<>(Map.of("heat", notZero)),
            BuiltIn.DEFAULT));

    assertThat(world.goods("g", "A").receive("g", 0, "w").heat("w", 0, -0.0).violations()).isEmpty();
  }

  @Test
  void otherMetricsMeanWhatTheySay() {
    assertThat(at(0, "damp { metric = damp, max = 8, for = [A] }").reading("w", "damp", "", 0, 85).violations()).hasSize(1);
  }

  @Test
  void nothingIsCarriedOverIt() {
    assertThat(at(50, COLD).heat("w", 10, 9, 20, 85).violations()).isEmpty();
    assertThat(at(50, COLD).heat("w", 10, 9, 50, 85).violations()).as("there is a reading at the beginning").isEmpty();
  }

  @Test
  void itEndsADeadbandToo() {
    Rule cold = World.rule(COLD);
    Rule damped = new Rule(
        "cold", cold.condition(), new Damping(1, 0, 0), 0, cold.at(), cold.subject(), cold.categories(), cold.ranking());

    assertThat(with(List.of(damped)).goods("g", "A").receive("g", 0, "w").heat("w", 0, 9, 10, 85, 20, 7.5).violations())
        .as("7.5 begins nothing").containsExactly("g/cold/w/s/0 CLOSED 0..10 1x 9.0");
  }

  @Test
  void neitherItNorTheReadingAfterItHasARate() {
    assertThat(at(0, "steady { metric = rate.heat, max = 0, for = [A] }").heat("w", 0, 1, 10, -100, 20, 9, 30, 10).violations())
        .containsExactly("g/steady/w/s/30 OPEN 30.. 1x 360000.0");
  }

  @Test
  void itTellsOfTime() {
    World world = at(0, "long { stay = 10ms, for = [A] }").heat("w", 9, 85);

    assertThat(world.violations()).isEmpty();
    assertThat(world.heat("w", 10, 85).violations()).containsExactly("g/long/w/-/10 OPEN 10..");
  }

  @Test
  void itIsSilence() {
    World world = at(0, "heard { metric = heat, silent = 15ms, for = [A] }").heat("w", 0, 5, 10, 85, 20, 85);

    assertThat(world.violations()).containsExactly("g/heard/w/-/15 OPEN 15..");
    assertThat(world.heat("w", 21, 5).violations()).containsExactly("g/heard/w/-/15 CLOSED 15..21");
    assertThat(at(30, "heard { metric = heat, silent = 15ms, for = [A] }").heat("w", 0, 85).reading("w", "damp", "", 45, 1)
        .violations())
        .as("no reading before the stay").containsExactly("g/heard/w/-/45 OPEN 45..");
  }

  @Test
  void aFaultyFirstOneSaysThatThereIsASensor() {
    World world = at(0, "alive { metric = heat, silent = 15ms, subject = LOCATION }").reading("w", "damp", "", 100, 1);

    assertThat(world.violations()).isEmpty();
    assertThat(world.heat("w", 20, 85, 30, 85).violations()).containsExactly("w/alive/w/-/35 OPEN 35..");
    assertThat(world.heat("w", 10, 85).violations()).as("that of 20 does not count any more")
        .containsExactly("w/alive/w/-/25 OPEN 25..");
    assertThat(world.heat("w", 5, 5).violations()).containsExactly("w/alive/w/-/20 OPEN 20..");
  }

  private static World at(long from, String rule) {
    return with(Stream.of(rule).map(World::rule).toList()).goods("g", "A").receive("g", from, "w");
  }

  private static World with(List<Rule> rules) {
    return World.with(RuleBooks.of(rules, 0, new TreeMap<>(Map.of("heat", new Plausible(-90, 100, Set.of(85.0)))),
        BuiltIn.DEFAULT));
  }
}
