package kongo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBooksTest {

  private static final long HOLD = 90 * 60_000L;

  @Test
  void shipsTheBookOfTheContract() {
    RuleBook book = RuleBooks.shipped();

    assertThat(book.rules()).extracting(Rule::name).containsExactly(
        "ambient", "chilled", "cool", "dark", "dry", "frozen", "gentle", "hazard-alone", "no-bulky", "no-food",
        "no-hazard", "overload", "room", "smooth", "still");
    assertThat(rule(book, "chilled")).isEqualTo(new Rule("chilled",
        new Measured("temperature",
            new Bounds(Optional.of(new Bound(2, true, false)), Optional.of(new Bound(8, true, false))), HOLD),
        Optional.empty(), Subject.GOODS, List.of("T2")));
    assertThat(rule(book, "overload")).isEqualTo(new Rule("overload",
        new LoadWeight(new Bounds(Optional.empty(), Optional.of(new Bound(0, true, true)))),
        Optional.of(PlaceType.TRUCK), Subject.LOCATION, List.of()));
    assertThat(rule(book, "gentle").condition()).isEqualTo(new Measured("acceleration",
        new Bounds(Optional.empty(), Optional.of(new Bound(5, false, false))), HOLD));
    assertThat(rule(book, "no-hazard").condition()).isEqualTo(new Aboard("HAZARDOUS",
        new Bounds(Optional.empty(), Optional.of(new Bound(0, true, false)))));
    assertThat(rule(book, "no-hazard").categories()).containsExactly("EDIBLE", "MEDICINAL");
  }

  @Test
  void loadsAFile() {
    assertThat(RuleBooks.load(Path.of("../hocon/rules.conf"))).isEqualTo(RuleBooks.shipped());
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(catchThrowableOfType(InvalidRuleBookException.class, () -> RuleBooks.load(Path.of("none.conf"))))
        .hasMessage("none.conf: cannot be read, a rule book has to be a readable file.");
  }

  @Test
  void aRuleMayHaveItsOwnHold() {
    RuleBook book = parse("hold = 2h, rules { a { metric = m, max = 1, for = [X], hold = 30s }"
        + ", b { metric = m, max = 1, for = [X] } }");

    assertThat(book.rules()).extracting(RuleBooksTest::hold).containsExactly(30_000L, 7_200_000L);
  }

  @Test
  void holdsForNinetyMinutesWhereNothingIsSaid() {
    assertThat(hold(rule(parse("rules { a { metric = m, max = 1, for = [X] } }"), "a"))).isEqualTo(HOLD);
  }

  @Test
  void hashesTheMeaningNotTheSpelling() {
    String spelt = "rules { a { metric = m, max = 1.0, for = [Y, X] }, b { metric = m, min = 0, for = [X] } }";
    String otherwise = "hold = 5400s # as by default\n"
        + "rules { b { for = [X, X], min = -0.0, metric = m, at = ANY, subject = GOODS }\n"
        + " a { metric = \"m\", max = 1e0, for = [X, Y], hold = 90m } }";

    assertThat(parse(spelt).hash()).isEqualTo(parse(otherwise).hash()).matches("[0-9a-f]{64}");
    assertThat(parse(spelt)).isEqualTo(parse(otherwise));
  }

  @Test
  void theHashOfABookDoesNotChangeFromVersionToVersion() {
    assertThat(RuleBooks.shipped().hash()).isEqualTo("fe8eb71481cb3fddf3f4cb6be02fba0340e67fadeaf87e45ea5f19e79c4a5899");
  }

  @Test
  void aRateIsARuleAboutAMeasuredMetric() {
    Rule rule = rule(parse("rules { a { metric = rate.m, min = -1, below = 2, for = [X], hold = 1h } }"), "a");

    assertThat(rule.condition()).isEqualTo(new Rate("m",
        new Bounds(Optional.of(new Bound(-1, true, false)), Optional.of(new Bound(2, false, false))), 3_600_000));
    assertThat(rule.metric()).isEqualTo("rate.m");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "rules { a { metric = rate.m, max = 1, for = [X] } }",
      "rules { b { metric = m, max = 1, for = [X] } }",
      "rules { a { metric = n, max = 1, for = [X] } }",
      "rules { a { metric = m, max = 2, for = [X] } }",
      "rules { a { metric = m, below = 1, for = [X] } }",
      "rules { a { metric = m, min = 1, for = [X] } }",
      "rules { a { metric = m, max = maxWeight, for = [X] } }",
      "rules { a { metric = m, max = 1, for = [Y] } }",
      "rules { a { metric = m, max = 1, subject = LOCATION } }",
      "rules { a { metric = m, max = 1, for = [X], at = TRUCK } }",
      "hold = 1h, rules { a { metric = m, max = 1, for = [X] } }",
      "rules { }"})
  void hashesDifferWhereTheMeaningDoes(String other) {
    assertThat(parse(other).hash()).isNotEqualTo(parse("rules { a { metric = m, max = 1, for = [X] } }").hash());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "metric = m, max = 1, for = [X], colour = red | rule a, key colour is unknown, allowed are above, at, below, for,",
      "max = 1, for = [X] | rule a, key metric is missing",
      "metric = 5, max = 1, for = [X] | rule a, key metric is 5 but has to be an identifier",
      "metric = load.volume, max = 1, for = [X] | rule a, key metric is \"load.volume\" but has to be",
      "metric = rate., max = 1, for = [X] | rule a, key metric is \"rate.\" but has to be",
      "metric = rate.load.weight, max = 1, for = [X] | rule a, key metric is \"rate.load.weight\" but has to be",
      "metric = rate.rate.m, max = 1, for = [X] | rule a, key metric is \"rate.rate.m\" but has to be",
      "metric = aboard., max = 1, for = [X] | rule a, key metric is \"aboard.\" but has to be",
      "metric = aboard.-, max = 1, for = [X] | rule a, key metric is \"aboard.-\" but has to be",
      "metric = \"a/b\", max = 1, for = [X] | rule a, key metric is \"a/b\" but has to be",
      "metric = m, for = [X] | rule a has to have at least one of the keys min, max, above and below",
      "metric = m, min = 1, above = 1, for = [X] | rule a, key above is not allowed beside min",
      "metric = m, max = 1, below = 1, for = [X] | rule a, key below is not allowed beside max",
      "metric = m, min = 2, max = 1, for = [X] | rule a, key min has to be below the upper bound",
      "metric = m, above = 1, max = 1, for = [X] | rule a, key above has to be below the upper bound",
      "metric = m, min = 1, below = 1, for = [X] | rule a, key min has to be below the upper bound",
      "metric = m, min = maxWeight, for = [X] | rule a, key min is \"maxWeight\" but has to be a finite number.",
      "metric = m, max = much, for = [X] | rule a, key max is \"much\" but has to be a finite number or maxWeight.",
      "metric = m, max = NaN, for = [X] | rule a, key max is \"NaN\" but has to be a finite number or maxWeight.",
      "metric = m, max = 1e999, for = [X] | but has to be a finite number or maxWeight.",
      "metric = m, max = null, for = [X] | rule a, key max is null but has to be a finite number or maxWeight.",
      "metric = m, max = 1 | rule a, key for is missing, it has to be a list of categories",
      "metric = m, max = 1, for = X | rule a, key for is \"X\" but has to be a list of categories",
      "metric = m, max = 1, for = [] | rule a, key for is [] but has to be a list of categories",
      "metric = m, max = 1, for = [\"a b\"] | rule a, key for is [\"a b\"] but has to be a list of categories",
      "metric = m, max = 1, for = [X], subject = LOCATION | rule a, key for is only allowed where the subject is GOODS",
      "metric = m, max = 1, for = [X], subject = TRUCK | key subject is \"TRUCK\" but has to be GOODS or LOCATION.",
      "metric = m, max = 1, for = [X], at = SHIP | key at is \"SHIP\" but has to be TRUCK, WAREHOUSE or ANY.",
      "metric = m, max = 1, for = [X], hold = 0s | rule a, key hold is \"0s\" but has to be a positive duration",
      "metric = m, max = 1, for = [X], hold = -5m | rule a, key hold is \"-5m\" but has to be a positive duration",
      "metric = m, max = 1, for = [X], hold = 90 | rule a, key hold is 90 but has to be a positive duration",
      "metric = m, max = 1, for = [X], hold = long | rule a, key hold is \"long\" but has to be a positive duration"})
  void refusesARule(String rule, String complaint) {
    assertThat(problems("rules { a { " + rule + " } }")).hasSize(1).first().asString()
        .startsWith("book.conf line 1: ").contains(complaint).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "rules { expired { metric = m, max = 1, for = [X] } } | rule expired has to have another name",
      "rules { misplaced { metric = m, max = 1, for = [X] } } | rule misplaced has to have another name",
      "rules { \"a b\" { metric = m, max = 1, for = [X] } } | rule a b has to be named with 1 to 128 characters",
      "rules { a = 5 } | rule a has to be an object",
      "rules = 5 | key rules is required",
      "hold = 90m | key rules is required",
      "hold = soon, rules {} | key hold is \"soon\" but has to be a positive duration",
      "rules {}, rule {} | key rule is unknown, allowed are hold and rules",
      "rules { | is not valid HOCON"})
  void refusesABook(String book, String complaint) {
    assertThat(problems(book)).hasSize(1).first().asString().startsWith("book.conf").contains(complaint);
  }

  @Test
  void tellsEverythingThatIsWrongWithItsLine() {
    assertThat(problems("rules {\n a { metric = m, for = [X] }\n b { metric = m, max = 1, for = [X], at = SEA }\n}"))
        .containsExactly(
            "book.conf line 2: rule a has to have at least one of the keys min, max, above and below.",
            "book.conf line 3: rule b, key at is \"SEA\" but has to be TRUCK, WAREHOUSE or ANY.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"200000000d", "1000000000000d", "36501d", "1e30d", "1.5ms", "1500us"})
  void refusesAHoldThatWouldBeCutToAnother(String hold) {
    assertThat(problems("hold = " + hold + ", rules {}")).hasSize(1).first().asString()
        .startsWith("book.conf line 1: key hold is \"" + hold + "\" but has to be a positive duration");
  }

  @Test
  void takesTheLongestHold() {
    assertThat(hold(rule(parse("hold = 36500d, rules { a { metric = m, max = 1, for = [X] } }"), "a")))
        .isEqualTo(36_500L * 24 * 60 * 60 * 1000);
  }

  @Test
  void refusesARuleThatIsGivenTwice() {
    assertThat(problems("""
        # {
        rules {
          a { metric = t, max = 5, for = [A] }
          b { metric = "}", max = 5, for = [A, "]", { x = 1 }] } // a {
          "a" { metric = u, min = 5, for = [B] }
        }
        """)).first().isEqualTo("book.conf line 5: rule a is given twice, first in line 3.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{ rules { a { metric = m, max = 1, for = [X] }, a { metric = m, max = 1, for = [X] } } } | 1: rule a is",
      "rules { a { metric = m, max = 1, for = [X] } }, rules.a { max = 2 } | 1: rule a is given",
      "rules { a { metric = m, max = 1, for = [X], max = 2 } } | 1: rule a, key max is given",
      "rules { a { metric = m, max = 1, for = [X] }, a.max = 2 } | 1: rule a, key max is given",
      "rules { a { metric = m, for = [X], for = ${rules.a.for} [Y], max = 1 } } | 1: rule a, key for is given",
      "rules { a { metric = m, for = [X], for += Y, max = 1 } } | 1: rule a, key for is given",
      "rules { a { metric = m, max = 1, for = [X] }, a = { max = 2 } { max = 3 } } | 1: rule a is given",
      "rules { a { metric = m, max = 1, for = [X] }, a : { \"\"\"max\"\"\" : 2 } } | 1: rule a is given",
      "hold = 1h, rules {}, hold = 2h | 1: key hold is given"})
  void refusesWhatIsGivenTwice(String book, String complaint) {
    assertThat(problems(book)).hasSize(1).first().asString()
        .startsWith("book.conf line " + complaint).endsWith("twice, first in line 1.");
  }

  @Test
  void takesARuleThatIsGivenInPartsAndRulesInTwoPlaces() {
    assertThat(parse("""
        rules.a.metric = m
        rules.a { max = 1 }
        rules { a.for = [X] }
        rules : { b { metric : m, max
          : 1, for : [X, // b
          Y] } }
        """).rules()).extracting(Rule::name).containsExactly("a", "b");
  }

  @Test
  void refusesARuleOfTwoFiles(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("base.conf"), "rules { a { metric = m, max = 1, for = [X] }, b { metric = m, max = 1, for = [X] } }");
    Path book = Files.writeString(folder.resolve("book.conf"), "include \"base.conf\"\nrules { a { max = 2 } }");

    assertThat(catchThrowableOfType(InvalidRuleBookException.class, () -> RuleBooks.load(book)).problems())
        .hasSize(1).first().asString().contains("rule a is given in more than one file").contains("base.conf");
  }

  @Test
  void takesTheRulesOfAnIncludedFile(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("base.conf"), "rules { b { metric = m, max = 1, for = [X] } }");
    Path book = Files.writeString(folder.resolve("book.conf"), "include \"base.conf\"\nrules { a { metric = m, max = 2, for = [X] } }");

    assertThat(RuleBooks.load(book).rules()).extracting(Rule::name).containsExactly("a", "b");
  }

  @Test
  void allowsOneValueBetweenInclusiveBounds() {
    assertThat(parse("rules { a { metric = m, min = 1, max = 1, for = [X] } }").rules()).hasSize(1);
  }

  private static long hold(Rule rule) {
    return ((Measured) rule.condition()).holdMillis();
  }

  private static Rule rule(RuleBook book, String name) {
    return book.rules().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow();
  }

  private static RuleBook parse(String hocon) {
    return RuleBooks.parse(hocon, "book.conf");
  }

  private static List<String> problems(String hocon) {
    return catchThrowableOfType(InvalidRuleBookException.class, () -> parse(hocon)).problems();
  }
}
