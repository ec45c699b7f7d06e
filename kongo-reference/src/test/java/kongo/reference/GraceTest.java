package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import kongo.rules.Damping;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import org.junit.jupiter.api.Test;

/** Stays that are not judged at once: section 7. */
class GraceTest {

  @Test
  void theIntervalBeginsGraceAfterTheStay() {
    World world = graced("cold { metric = heat, max = 8, for = [A] }").heat("w", 100, 9, 109, 9.5);

    assertThat(world.violations()).as("the clock has not come there").isEmpty();
    assertThat(world.receive("h", 110, "w").violations()).as("it sees what is carried")
        .containsExactly("g/cold/w/s/110 OPEN 110.. 1x 9.5");
    assertThat(world.violation("g/cold/w/s/110").stay()).isEqualTo(100);
  }

  @Test
  void aReadingOfTheSeriesSaysAsWellThatItHasBegun() {
    World world = graced("cold { metric = heat, max = 8, for = [A] }").heat("w", 100, 9).heatSent("w", 115, 101, 5);

    assertThat(world.violations()).containsExactly("g/cold/w/s/110 CLOSED 110..115 1x 9.0");
  }

  @Test
  void aReadingOfAnotherSeriesDoesNot() {
    World world = graced("cold { metric = heat, max = 8, for = [A] }").heat("w", 100, 9);

    assertThat(world.reading("w", "damp", "", 109, 1).violations()).isEmpty();
    assertThat(world.reading("w", "damp", "", 110, 1).violations()).hasSize(1);
  }

  @Test
  void aStayThatIsNotLongerIsNotJudged() {
    assertThat(graced("cold { metric = heat, max = 8, for = [A] }").heat("w", 105, 9).deliver("g", 110, "w").violations())
        .isEmpty();
    assertThat(graced("cold { metric = heat, max = 8, for = [A] }").heat("w", 105, 9).deliver("g", 111, "w").violations())
        .containsExactly("g/cold/w/s/110 CLOSED 110..111 1x 9.0");
  }

  @Test
  void itSeesWhoIsThereThen() {
    World world = graced("alone { metric = load.count, max = 1, for = [A] }").receive("h", 90, "w");

    assertThat(world.violations()).isEmpty();
    assertThat(world.receive("i", 120, "w").violations()).containsExactly("g/alone/w/-/110 OPEN 110.. 2x 3.0");
  }

  private static World graced(String text) {
    Rule rule = World.rule(text);
    Rule graced = new Rule(
        rule.name(), rule.condition(), Damping.NONE, 10, rule.at(), rule.subject(), rule.categories(), Ranking.DEFAULT);
    return World.with(graced).goods("g", "A").receive("g", 100, "w");
  }
}
