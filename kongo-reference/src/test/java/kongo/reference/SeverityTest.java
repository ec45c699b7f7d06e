package kongo.reference;

import static kongo.violation.Severity.CRITICAL;
import static kongo.violation.Severity.MAJOR;
import static kongo.violation.Severity.MINOR;
import static kongo.violation.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import kongo.registry.GoodsProfile;
import kongo.rules.BuiltIn;
import kongo.rules.Damping;
import kongo.rules.Escalation;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBooks;
import kongo.violation.Severity;
import org.junit.jupiter.api.Test;

/** How bad it is: section 7. Values hold for 100 ms. */
class SeverityTest {

  private static final String COLD = "r { metric = heat, min = 2, max = 8, for = [A] }";

  @Test
  void isMajorWhereARuleDoesNotSay() {
    assertThat(World.with(COLD).goods("g", "A").receive("g", 0, "w").heat("w", 0, 9).violation("g/r/w/s/0").severity())
        .isEqualTo(MAJOR);
  }

  @Test
  void risesWithTheTimeThatItHasLasted() {
    World world = ranked(COLD, WARNING, after(MINOR, 10), after(CRITICAL, 20)).heat("w", 0, 9, 9, 9);

    assertThat(world.violation("g/r/w/s/0").severity()).isEqualTo(WARNING);
    assertThat(world.receive("h", 10, "w").violation("g/r/w/s/0").severity()).isEqualTo(MINOR);
    assertThat(world.heat("w", 20, 5).violation("g/r/w/s/0").severity()).as("closed after 20 ms").isEqualTo(CRITICAL);
  }

  @Test
  void isTheHighestOfAllThatWasReached() {
    assertThat(ranked(COLD, MAJOR, after(MINOR, 1)).heat("w", 0, 9, 9, 9).violation("g/r/w/s/0").severity()).isEqualTo(MAJOR);
    assertThat(ranked(COLD, WARNING, after(CRITICAL, 1), after(MINOR, 2)).heat("w", 0, 9, 9, 9).violation("g/r/w/s/0").severity())
        .isEqualTo(CRITICAL);
  }

  @Test
  void risesWithTheDistanceOfOneOfItsValues() {
    Escalation[] steps = {beyond(MINOR, 0), beyond(MAJOR, 1.5), beyond(CRITICAL, 3)};

    assertThat(ranked(COLD, WARNING, steps).heat("w", 0, 9).violation("g/r/w/s/0").severity()).isEqualTo(MINOR);
    assertThat(ranked(COLD, WARNING, steps).heat("w", 0, 0.5, 1, 1).violation("g/r/w/s/0").severity()).isEqualTo(MAJOR);
    assertThat(ranked(COLD, WARNING, steps).heat("w", 0, 9, 1, 11, 2, 9).violation("g/r/w/s/0").severity()).isEqualTo(CRITICAL);
  }

  @Test
  void aWeightIsFarOutToTheGram() {
    assertThat(weighing("r { metric = load.weight, max = 0.2, for = [A] }", 300).violation("g/r/w/-/0").severity())
        .as("0.3 - 0.2 is less than 0.1 in doubles").isEqualTo(CRITICAL);
    assertThat(weighing("r { metric = load.weight, max = 0.7005, for = [A] }", 801).violation("g/r/w/-/0").severity())
        .as("0.7005 is 701 g").isEqualTo(CRITICAL);
    assertThat(weighing("r { metric = load.weight, max = 0.7005, for = [A] }", 800).violation("g/r/w/-/0").severity())
        .isEqualTo(MAJOR);
  }

  @Test
  void aSilenceLastsAsTheClockSays() {
    World world = ranked("r { metric = heat, silent = 10ms, for = [A] }", WARNING, after(CRITICAL, 5)).heat("w", 0, 9)
        .receive("h", 14, "w");

    assertThat(world.violation("g/r/w/-/10").severity()).isEqualTo(WARNING);
    assertThat(world.receive("i", 15, "w").violation("g/r/w/-/10").severity()).isEqualTo(CRITICAL);
    assertThat(world.heat("w", 12, 9).receive("k", 26, "w").violation("g/r/w/-/22").severity()).isEqualTo(WARNING);
  }

  @Test
  void soDoesAnOverstay() {
    World world = ranked("r { stay = 10ms, for = [A] }", WARNING, after(CRITICAL, 5)).receive("h", 14, "w");

    assertThat(world.violation("g/r/w/-/10").severity()).isEqualTo(WARNING);
    assertThat(world.deliver("g", 15, "w").violation("g/r/w/-/10").severity()).isEqualTo(CRITICAL);
  }

  @Test
  void ofWhatNeedsNoRuleTheBookSays() {
    BuiltIn builtIn = new BuiltIn(Ranking.of(CRITICAL), MINOR, WARNING);
    World world = World.with(RuleBooks.of(List.of(), 0, new TreeMap<>(), builtIn))
        .register("g", new GoodsProfile(0, List.of(), 5, List.of("x"))).receive("g", 0, "w").load("g", 10, "v", "t");

    assertThat(world.violation("g/expired/-/-/5").severity()).isEqualTo(CRITICAL);
    assertThat(world.violation("g/misplaced/v/-/10").severity()).isEqualTo(MINOR);
    assertThat(world.violation("g/misrouted/w/-/0").severity()).isEqualTo(WARNING);
  }

  private static World weighing(String rule, long grams) {
    return ranked(rule, MAJOR, beyond(CRITICAL, 0.1)).goods("h", grams, GoodsProfile.NEVER).receive("h", 0, "w");
  }

  private static Escalation after(Severity severity, long millis) {
    return new Escalation(severity, OptionalLong.of(millis), OptionalDouble.empty());
  }

  private static Escalation beyond(Severity severity, double distance) {
    return new Escalation(severity, OptionalLong.empty(), OptionalDouble.of(distance));
  }

  private static World ranked(String text, Severity severity, Escalation... escalations) {
    Rule rule = World.rule(text);
    Ranking ranking = new Ranking(severity, List.of(escalations), Optional.empty());
    Rule ranked = new Rule(rule.name(), rule.condition(), Damping.NONE, 0, rule.at(), rule.subject(), rule.categories(), ranking);
    return World.with(ranked).goods("g", "A").receive("g", 0, "w");
  }
}
