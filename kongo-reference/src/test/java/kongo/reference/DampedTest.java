package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.rules.Damping;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import org.junit.jupiter.api.Test;

/** Deadband, merge and delay: section 7. Values hold for 100 ms. */
class DampedTest {

  private static final String COLD = "cold { metric = heat, max = 8, for = [A] }";

  @Test
  void aRunGoesOnUntilAValueIsClear() {
    assertThat(deadband(1).heat("w", 0, 9, 10, 7.5, 20, 8, 30, 7).violations())
        .as("7 is inside by the deadband").containsExactly("g/cold/w/s/0 CLOSED 0..30 1x 9.0");
    assertThat(deadband(1).heat("w", 0, 9, 10, Math.nextUp(7.0)).violations()).containsExactly("g/cold/w/s/0 OPEN 0.. 1x 9.0");
  }

  @Test
  void countAndWorstAreOfTheValuesThatAreOut() {
    assertThat(deadband(1).heat("w", 0, 9, 10, 7.5, 20, 10, 30, 7.5).violations())
        .containsExactly("g/cold/w/s/0 OPEN 0.. 2x 10.0");
  }

  @Test
  void theDistanceIsADifferenceOfDoubles() {
    World world = damped("cold { metric = heat, max = 8.1, for = [A] }", new Damping(0.1, 0, 0));

    assertThat(world.heat("w", 0, 9, 10, 8.0).violations()).as("8.1 - 8.0 < 0.1").containsExactly("g/cold/w/s/0 OPEN 0.. 1x 9.0");
  }

  @Test
  void aValueHasToBeClearOfBothBounds() {
    World world = damped("cold { metric = heat, min = 2, max = 8, for = [A] }", new Damping(2, 0, 0));

    assertThat(world.heat("w", 0, 9, 10, 3.5, 20, 1, 30, 6.5, 40, 4).violations()).as("4 is")
        .containsExactly("g/cold/w/s/0 CLOSED 0..40 2x 9.0");
  }

  @Test
  void betweenAtTheBeginningBeginsNothing() {
    assertThat(damped(COLD, new Damping(1, 0, 0), 50).heat("w", 40, 7.5, 60, 7.9).violations()).isEmpty();
    assertThat(damped(COLD, new Damping(1, 0, 0), 50).heat("w", 30, 9, 40, 7.5, 60, 7.9).violations())
        .as("whatever was before the stay").isEmpty();
  }

  @Test
  void holdCutsARunFromItsLastValueAndBetweenBeginsNothingAfterwards() {
    assertThat(deadband(1).heat("w", 0, 9, 50, 7.5, 150, 7.5).violations()).containsExactly("g/cold/w/s/0 OPEN 0.. 1x 9.0");
    assertThat(deadband(1).heat("w", 0, 9, 50, 7.5, 151, 7.5).violations()).containsExactly("g/cold/w/s/0 CLOSED 0..150 1x 9.0");
  }

  @Test
  void noRateIsClear() {
    Rule steady = with(World.rule("cold { metric = rate.heat, max = 3600000, for = [A] }"), new Damping(1_000_000, 0, 0));
    World world = World.with(steady).goods("g", "A").receive("g", 0, "w");

    assertThat(world.heat("w", 0, 0, 1, 2, 2, 2.9, 103, 2.9).violations())
        .as("2 per ms is out, 0.9 is between").containsExactly("g/cold/w/s/1 CLOSED 1..102 1x 7200000.0");
  }

  @Test
  void runsThatAreNearAreOneExcursion() {
    assertThat(merge(5).heat("w", 0, 9, 10, 5, 14, 11, 20, 5).violations()).containsExactly("g/cold/w/s/0 CLOSED 0..20 2x 11.0");
    assertThat(merge(5).heat("w", 0, 9, 10, 5, 15, 11, 20, 5).violations())
        .containsExactly("g/cold/w/s/0 CLOSED 0..10 1x 9.0", "g/cold/w/s/15 CLOSED 15..20 1x 11.0");
  }

  @Test
  void oneNearTheOtherMergesAsManyAsThereAre() {
    assertThat(merge(5).heat("w", 0, 10, 1, 5, 5, 9, 6, 5, 10, 10, 11, 5).violations())
        .containsExactly("g/cold/w/s/0 CLOSED 0..11 3x 10.0");
  }

  @Test
  void alsoWhereHoldCutThem() {
    World world = World.with(with(World.rule("cold { metric = heat, max = 8, for = [A], hold = 10ms }"), new Damping(0, 5, 15)))
        .goods("g", "A").receive("g", 0, "w").heat("w", 0, 9, 14, 11);

    assertThat(world.violations()).as("14 ms long").isEmpty();
    assertThat(world.receive("h", 15, "w").violations()).as("the gap counts").containsExactly("g/cold/w/s/0 OPEN 0.. 2x 11.0");
  }

  @Test
  void twoStaysAreNeverMerged() {
    World world = merge(50).load("g", 10, "w", "t").unload("g", 12, "t", "w").heat("w", 0, 9, 5, 5, 8, 9);

    assertThat(world.violations())
        .containsExactly("g/cold/w/s/0 CLOSED 0..10 2x 9.0", "g/cold/w/s/12 OPEN 12.. 1x 9.0");
  }

  @Test
  void anExcursionThatHasNotLastedIsNone() {
    assertThat(delay(10).heat("w", 0, 9, 9, 5).violations()).isEmpty();
    assertThat(delay(10).heat("w", 0, 9, 10, 5).violations()).containsExactly("g/cold/w/s/0 CLOSED 0..10 1x 9.0");
  }

  @Test
  void anOpenOneLastsAsFarAsTheClockHasCome() {
    assertThat(delay(10).heat("w", 0, 9, 9, 9).violations()).isEmpty();
    assertThat(delay(10).heat("w", 0, 9).heatSent("w", 20, 9, 9).violations()).as("the sensor's clock is fast").isEmpty();
    assertThat(delay(10).heat("w", 0, 9).receive("h", 10, "w").violations()).containsExactly("g/cold/w/s/0 OPEN 0.. 1x 9.0");
  }

  @Test
  void silenceIsNoProofBeyondHold() {
    World world = delay(101).heat("w", 0, 9).receive("h", 1000, "w");

    assertThat(world.violations()).isEmpty();
    assertThat(delay(100).heat("w", 0, 9).receive("h", 1000, "w").violations()).containsExactly("g/cold/w/s/0 OPEN 0.. 1x 9.0");
  }

  @Test
  void theNewestValueSaysForHowLong() {
    assertThat(damped(COLD, new Damping(1, 0, 150)).heat("w", 0, 9, 50, 7.5).receive("h", 1000, "w").violations())
        .as("though it is between").containsExactly("g/cold/w/s/0 OPEN 0.. 1x 9.0");
    assertThat(damped(COLD, new Damping(1, 0, 151)).heat("w", 0, 9, 50, 7.5).receive("h", 1000, "w").violations()).isEmpty();
  }

  @Test
  void theClosedOneIsMeasuredWhateverTheClockSays() {
    assertThat(delay(10).heatSent("w", 0, 0, 9).heatSent("w", 10, 5, 5).violations())
        .containsExactly("g/cold/w/s/0 CLOSED 0..10 1x 9.0");
  }

  @Test
  void runsAreMergedBeforeTheyAreTooShort() {
    assertThat(damped(COLD, new Damping(0, 5, 10)).heat("w", 0, 9, 4, 5, 8, 9, 12, 5).violations())
        .containsExactly("g/cold/w/s/0 CLOSED 0..12 2x 9.0");
  }

  @Test
  void aCarriedValueLastsFromTheBeginningOfTheStay() {
    assertThat(damped(COLD, new Damping(0, 0, 10), 50).heat("w", 0, 9).receive("h", 59, "w").violations()).isEmpty();
    assertThat(damped(COLD, new Damping(0, 0, 10), 50).heat("w", 0, 9).receive("h", 60, "w").violations())
        .containsExactly("g/cold/w/s/50 OPEN 50.. 1x 9.0");
  }

  @Test
  void whoIsThereMayWaitAndMergeToo() {
    World world = damped("many { metric = load.count, max = 1, for = [A] }", new Damping(0, 5, 10))
        .receive("h", 0, "w").deliver("h", 7, "w").receive("i", 11, "w");

    assertThat(world.violations()).as("11 ms on the clock, with the gap").containsExactly("g/many/w/-/0 OPEN 0.. 2x 2.0");
    assertThat(damped("many { metric = load.count, max = 1, for = [A] }", new Damping(0, 4, 10))
        .receive("h", 0, "w").deliver("h", 7, "w").receive("i", 11, "w").violations()).isEmpty();
  }

  private static World deadband(double deadband) {
    return damped(COLD, new Damping(deadband, 0, 0));
  }

  private static World merge(long millis) {
    return damped(COLD, new Damping(0, millis, 0));
  }

  private static World delay(long millis) {
    return damped(COLD, new Damping(0, 0, millis));
  }

  private static World damped(String rule, Damping damping) {
    return damped(rule, damping, 0);
  }

  private static World damped(String rule, Damping damping, long from) {
    return World.with(with(World.rule(rule), damping)).goods("g", "A").receive("g", from, "w");
  }

  private static Rule with(Rule rule, Damping damping) {
    return new Rule(rule.name(), rule.condition(), damping, 0, rule.at(), rule.subject(), rule.categories(), Ranking.DEFAULT);
  }
}
