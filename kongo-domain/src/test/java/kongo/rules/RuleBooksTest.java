package kongo.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import kongo.registry.PlaceType;
import kongo.violation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBooksTest {

  private static final long HOLD = 90 * 60_000L;

  @Test
  void hasTheBookThatItBeganWith() {
    RuleBook book = RuleBooks.original();

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
  void aTextIsNoNumber() {
    var refused = catchThrowableOfType(
        InvalidRuleBookException.class, () -> RuleBooks.parse("rules { a { metric = m, max = \"8\", for = [X] } }", "book"));
    assertThat(refused).hasMessageContaining("key max is \"8\" but has to be a finite number");
  }

  @Test
  void whatIsNestedTooDeepIsToldInASentence() {
    String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThat(catchThrowableOfType(InvalidRuleBookException.class, () -> RuleBooks.parse(deep, "deep")))
        .hasMessage("deep: is nested too deep for a rule book.");
  }

  @Test
  void saysTheSameInEveryEnvironment() {
    assertThat(catchThrowableOfType(InvalidRuleBookException.class, () -> parse("rules { a { metric = ${PATH}, max = 1, for = [X] } }")))
        .hasMessageContaining("PATH");
  }

  @Test
  void whatIsFarTooLongIsToldShortened() {
    String text = "x".repeat(100_000);
    assertThat(catchThrowableOfType(InvalidRuleBookException.class, () -> parse("rules { a { metric = m, max = 1, for = [X], hold = \"" + text + "\" } }")).getMessage())
        .contains("rule a", "hold").hasSizeLessThan(2_000);
  }

  @Test
  void ofThousandsOfMistakesTheFirstAreTold() {
    StringBuilder many = new StringBuilder("rules {");
    for (int i = 0; i < 5_000; i++) {
      many.append("r").append(i).append(" {}\n");
    }
    var refused = catchThrowableOfType(InvalidRuleBookException.class, () -> RuleBooks.parse(many + "}", "many"));
    assertThat(refused.problems()).hasSize(101);
    assertThat(refused.problems().get(100)).startsWith("many: has ").endsWith(" more mistakes.");
  }

  @Test
  void theShippedBookHasTheRulesOfTheOriginalOneAndWaitsAndRanks() {
    RuleBook book = RuleBooks.shipped();

    assertThat(book.rules()).extracting(Rule::name).contains("heard").containsAll(RuleBooks.original().rules().stream().map(Rule::name).toList());
    for (Rule original : RuleBooks.original().rules()) {
      assertThat(rule(book, original.name()).condition()).isEqualTo(original.condition());
      assertThat(rule(book, original.name()).categories()).isEqualTo(original.categories());
    }
    assertThat(rule(book, "chilled").damping()).isEqualTo(new Damping(0.5, 300_000, 120_000));
    assertThat(rule(book, "heard").condition()).isEqualTo(new Silence("temperature", 900_000));
    assertThat(book.plausible().get("temperature").allows(-127)).isFalse();
    assertThat(book.builtIn().expired().severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void loadsAFile() {
    assertThat(RuleBooks.load(Path.of("../hocon/rules.conf"))).isEqualTo(RuleBooks.shipped());
    assertThat(RuleBooks.load(Path.of("../hocon/original.conf"))).isEqualTo(RuleBooks.original());
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
    assertThat(RuleBooks.of(RuleBooks.original().rules()).hash()).as("before anything settled")
        .isEqualTo("fe8eb71481cb3fddf3f4cb6be02fba0340e67fadeaf87e45ea5f19e79c4a5899");
    assertThat(RuleBooks.original().hash()).isEqualTo("0bf8b2245c242bf818f2f182c5314ac667588e1e74e85c28a536843dc3bf8b06");
  }

  @Test
  void aRateIsARuleAboutAMeasuredMetric() {
    Rule rule = rule(parse("rules { a { metric = rate.m, min = -1, below = 2, for = [X], hold = 1h } }"), "a");

    assertThat(rule.condition()).isEqualTo(new Rate("m",
        new Bounds(Optional.of(new Bound(-1, true, false)), Optional.of(new Bound(2, false, false))), 3_600_000));
    assertThat(rule.metric()).isEqualTo("rate.m");
  }

  @Test
  void aRuleMayWaitAndRank() {
    Rule rule = rule(parse("""
        rules { a { metric = m, min = 2, max = 8, for = [X], deadband = 0.5, merge = 5m, delay = 2m, grace = 1m, severity = MINOR,
          escalate = [{ severity = CRITICAL, after = 30m }, { severity = MAJOR, beyond = 4 }], latch = off } }
        """), "a");

    assertThat(rule.damping()).isEqualTo(new Damping(0.5, 300_000, 120_000));
    assertThat(rule.graceMillis()).isEqualTo(60_000);
    assertThat(rule.ranking()).isEqualTo(new Ranking(Severity.MINOR, List.of(
        new Escalation(Severity.CRITICAL, OptionalLong.of(1_800_000), OptionalDouble.empty()),
        new Escalation(Severity.MAJOR, OptionalLong.empty(), OptionalDouble.of(4))), Optional.of(false)));
  }

  @Test
  void aRuleThatDoesNotSayOtherwiseJudgesAtOnceAndIsMajor() {
    Rule rule = rule(parse("rules { a { metric = m, max = 8, for = [X] } }"), "a");

    assertThat(rule.damping()).isEqualTo(Damping.NONE);
    assertThat(rule.graceMillis()).isZero();
    assertThat(rule.ranking()).isEqualTo(Ranking.DEFAULT);
  }

  @Test
  void aRuleOnTimeRanksByTime() {
    RuleBook book = parse("""
        rules {
          heard { metric = m, silent = 15m, for = [X], severity = WARNING, escalate = [{ severity = MAJOR, after = 1h }] }
          away { stay = 3d, for = [X], severity = MINOR, escalate = [{ severity = CRITICAL, after = 1d }], latch = on }
        }
        """);

    assertThat(rule(book, "heard").ranking()).isEqualTo(new Ranking(Severity.WARNING,
        List.of(new Escalation(Severity.MAJOR, OptionalLong.of(3_600_000), OptionalDouble.empty())), Optional.empty()));
    assertThat(rule(book, "away").ranking().severity()).isEqualTo(Severity.MINOR);
    assertThat(rule(book, "away").ranking().latch()).contains(true);
  }

  @Test
  void aDeadbandMayBeHalfOfWhatIsBetweenTheBoundsAndAnythingOverMaxWeight() {
    assertThat(rule(parse("rules { a { metric = m, min = 2, max = 8, for = [X], deadband = 3 } }"), "a").damping().deadband()).isEqualTo(3);
    assertThat(rule(parse("rules { a { metric = rate.m, max = 8, for = [X], deadband = 30 } }"), "a").damping().deadband()).isEqualTo(30);
    assertThat(rule(parse("rules { a { metric = m, min = 2, max = maxWeight, for = [X], deadband = 30 } }"), "a").damping().deadband()).isEqualTo(30);
  }

  @Test
  void aBookSaysWhatSensorsCanMeanAndHowBadTheRestIs() {
    RuleBook book = parse("""
        rules {}
        metrics { temperature { min = -90, max = 100, not = [85, -127, -999] }, humidity { max = 100 } }
        expired { severity = CRITICAL, latch = on }, misplaced { severity = MINOR }, misrouted { severity = WARNING }
        """);

    assertThat(book.plausible()).containsOnlyKeys("temperature", "humidity");
    assertThat(book.plausible().get("temperature")).isEqualTo(new Plausible(-90, 100, Set.of(85.0, -127.0, -999.0)));
    assertThat(book.plausible().get("humidity")).isEqualTo(new Plausible(Double.NEGATIVE_INFINITY, 100, Set.of()));
    assertThat(book.builtIn()).isEqualTo(
        new BuiltIn(new Ranking(Severity.CRITICAL, List.of(), Optional.of(true)), Severity.MINOR, Severity.WARNING));
    assertThat(parse("rules {}").builtIn()).isEqualTo(BuiltIn.DEFAULT);
    assertThat(parse("rules {}, metrics { m { min = 1 } }, metrics { n { min = 1 } }").plausible()).hasSize(2);
  }

  @Test
  void nothingSettlesWhereNothingIsSaid() {
    assertThat(parse("rules { }").settleMillis()).isZero();
    assertThat(parse("settle = 0s, rules { }")).isEqualTo(parse("rules { }"));
    assertThat(parse("settle = 2m, rules { }").settleMillis()).isEqualTo(120_000);
    assertThat(RuleBooks.shipped().settleMillis()).isEqualTo(30_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "0", "-1s", "1ns", "40000d", "soon", "[1s]"})
  void refusesWhatIsNoTimeToSettle(String settle) {
    assertThat(catchThrowableOfType(InvalidRuleBookException.class, () -> parse("settle = " + settle + ", rules { }")))
        .hasMessageContaining("key settle is").hasMessageContaining("but has to be a duration in whole milliseconds with its unit");
  }

  @Test
  void theHashOfABookThatSettlesIsOneOfItsOwn() {
    assertThat(Set.of(parse("settle = 1s, rules { }").hash(), parse("settle = 2s, rules { }").hash(), parse("rules { }").hash())).hasSize(3);
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
      "rules { a { metric = m, max = 1, for = [X], deadband = 1 } }",
      "rules { a { metric = m, max = 1, for = [X], merge = 1m } }",
      "rules { a { metric = m, max = 1, for = [X], delay = 1m } }",
      "rules { a { metric = m, max = 1, for = [X], grace = 1m } }",
      "rules { a { metric = m, max = 1, for = [X], severity = MINOR } }",
      "rules { a { metric = m, max = 1, for = [X], escalate = [{ severity = CRITICAL, after = 1m }] } }",
      "rules { a { metric = m, max = 1, for = [X], latch = off } }",
      "rules { a { metric = m, max = 1, for = [X] } }, metrics { m { min = 0 } }",
      "rules { a { metric = m, max = 1, for = [X] } }, expired { latch = on }",
      "rules { }"})
  void hashesDifferWhereTheMeaningDoes(String other) {
    assertThat(parse(other).hash()).isNotEqualTo(parse("rules { a { metric = m, max = 1, for = [X] } }").hash());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "metric = m, max = 1, for = [X], colour = red | rule a, key colour is unknown, allowed are above, at, below, deadband, delay, escalate, for, grace,",
      "max = 1, for = [X] | rule a, key metric is missing",
      "metric = 5, max = 1, for = [X] | rule a, key metric is 5 but has to be an identifier",
      "metric = load.volume, max = 1, for = [X] | rule a, key metric is \"load.volume\" but has to be",
      "metric = rate., max = 1, for = [X] | rule a, key metric is \"rate.\" but has to be",
      "metric = rate.load.weight, max = 1, for = [X] | rule a, key metric is \"rate.load.weight\" but has to be",
      "metric = rate.rate.m, max = 1, for = [X] | rule a, key metric is \"rate.rate.m\" but has to be",
      "metric = aboard., max = 1, for = [X] | rule a, key metric is \"aboard.\" but has to be",
      "metric = aboard.-, max = 1, for = [X] | rule a, key metric is \"aboard.-\" but has to be",
      "metric = \"a b\", max = 1, for = [X] | rule a, key metric is \"a b\" but has to be",
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
      "metric = m, max = 1, subject = LOCATION, at = GOODS | key at may be GOODS only where the subject is GOODS and the metric is measured, without maxWeight.",
      "metric = m, max = maxWeight, for = [X], at = GOODS | key at may be GOODS only where the subject is GOODS and the metric is measured, without maxWeight.",
      "metric = aboard.X, max = 1, for = [X], at = GOODS | key at may be GOODS only where the subject is GOODS and the metric is measured, without maxWeight.",
      "metric = load.count, max = 1, for = [X], at = GOODS | key at may be GOODS only where the subject is GOODS and the metric is measured, without maxWeight.",
      "stay = 1h, for = [X], at = GOODS | key at may be GOODS only where the subject is GOODS and the metric is measured, without maxWeight.",
      "metric = m, max = 1, for = [X], at = SHIP | key at is \"SHIP\" but has to be TRUCK, WAREHOUSE, GOODS or ANY.",
      "metric = m, silent = 15, for = [X] | rule a, key silent is 15 but has to be a positive duration",
      "metric = m, silent = 15m, max = 1, for = [X] | rule a, key max is not allowed beside silent, allowed are at, escalate, for, metric, severity, subject",
      "metric = m, silent = 15m, hold = 1h, for = [X] | rule a, key hold is not allowed beside silent",
      "metric = rate.m, silent = 15m, for = [X] | rule a, key metric is \"rate.m\" but has to be an identifier",
      "silent = 15m, for = [X] | rule a, key metric is missing",
      "metric = m, silent = 15m | rule a, key for is missing",
      "stay = 3d, metric = m, for = [X] | rule a, key metric is not allowed beside stay, allowed are at, escalate, for, latch, severity",
      "stay = 3d, silent = 1h, for = [X] | rule a, key silent is not allowed beside stay",
      "stay = 3d, subject = LOCATION | rule a, key subject is not allowed beside stay",
      "stay = 0s, for = [X] | rule a, key stay is \"0s\" but has to be a positive duration",
      "metric = m, max = 1, for = [X], deadband = 0 | rule a, key deadband is 0 but has to be a finite number above 0.",
      "metric = m, max = 1, for = [X], deadband = -1 | rule a, key deadband is -1 but has to be a finite number above 0.",
      "metric = m, max = 1, for = [X], deadband = some | rule a, key deadband is \"some\" but has to be a finite number above 0.",
      "metric = m, min = 2, max = 8, for = [X], deadband = 3.1 | rule a, key deadband is more than half of what is between",
      "metric = load.count, max = 1, for = [X], deadband = 1 | rule a, key deadband is only allowed where the metric is measured, not on load.count.",
      "metric = aboard.Y, max = 1, for = [X], deadband = 1 | rule a, key deadband is only allowed where the metric is measured, not on aboard.Y.",
      "metric = m, max = 1, for = [X], merge = 0s | rule a, key merge is \"0s\" but has to be a positive duration",
      "metric = m, max = 1, for = [X], merge = 5 | rule a, key merge is 5 but has to be a positive duration",
      "metric = m, max = 1, for = [X], delay = 0s | rule a, key delay is \"0s\" but has to be a positive duration",
      "metric = m, max = 1, for = [X], grace = 0s | rule a, key grace is \"0s\" but has to be a positive duration",
      "metric = m, max = 1, subject = LOCATION, grace = 5m | rule a, key grace is only allowed where the subject is GOODS.",
      "metric = m, max = 1, for = [X], severity = BAD | rule a, key severity is \"BAD\" but has to be WARNING, MINOR, MAJOR or CRITICAL.",
      "metric = m, max = 1, for = [X], latch = maybe | rule a, key latch is \"maybe\" but has to be on or off.",
      "metric = m, max = 1, for = [X], escalate = CRITICAL | rule a, key escalate is \"CRITICAL\" but has to be a list of { severity",
      "metric = m, max = 1, for = [X], escalate = [CRITICAL] | rule a, key escalate is [\"CRITICAL\"] but has to be a list of { severity",
      "metric = m, max = 1, for = [X], escalate = [{ after = 5m }] | rule a, key escalate, entry 1, key severity is missing, it has to be WARNING,",
      "metric = m, max = 1, for = [X], escalate = [{ severity = MINOR }] | rule a, key escalate, entry 1 has to have exactly one of the keys after and beyond.",
      "metric = m, max = 1, for = [X], escalate = [{ severity = MINOR, after = 5m, beyond = 2 }] | rule a, key escalate, entry 1 has to have exactly one",
      "metric = m, max = 1, for = [X], escalate = [{ severity = MINOR, after = 5m }, { severity = MINOR, beyond = -1 }] | rule a, key escalate, entry 2, key beyond is -1 but has to be a finite number, 0 or more.",
      "metric = m, max = 1, for = [X], escalate = [{ severity = MINOR, after = 5 }] | rule a, key escalate, entry 1, key after is 5 but has to be a positive duration",
      "metric = m, max = 1, for = [X], escalate = [{ severity = MINOR, after = 5m, colour = red }] | rule a, key escalate, entry 1, key colour is unknown, allowed are after, beyond, severity.",
      "metric = m, silent = 5m, for = [X], escalate = [{ severity = MINOR, beyond = 5 }] | rule a, key escalate, entry 1, key beyond is not allowed here",
      "stay = 5m, for = [X], escalate = [{ severity = MINOR, beyond = 5 }] | rule a, key escalate, entry 1, key beyond is not allowed here",
      "metric = m, silent = 15m, deadband = 1, for = [X] | rule a, key deadband is not allowed beside silent",
      "metric = m, silent = 15m, merge = 1m, for = [X] | rule a, key merge is not allowed beside silent",
      "metric = m, silent = 15m, delay = 1m, for = [X] | rule a, key delay is not allowed beside silent",
      "metric = m, silent = 15m, grace = 1m, for = [X] | rule a, key grace is not allowed beside silent",
      "metric = m, silent = 15m, latch = on, for = [X] | rule a, key latch is not allowed beside silent",
      "stay = 3d, delay = 1m, for = [X] | rule a, key delay is not allowed beside stay",
      "stay = 3d, grace = 1m, for = [X] | rule a, key grace is not allowed beside stay",
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
      "rules { \"a b\" { metric = m, max = 1, for = [X] } } | rule a b has to be named with 1 to 256 printable characters",
      "rules { a = 5 } | rule a has to be an object",
      "rules = 5 | key rules is required",
      "hold = 90m | key rules is required",
      "hold = soon, rules {} | key hold is \"soon\" but has to be a positive duration",
      "rules {}, rule {} | key rule is unknown, allowed are expired, hold, metrics, misplaced, misrouted, rules, settle.",
      "rules {}, metrics { \"rate.m\" { min = 1 } } | metric rate.m has to be named as what is measured",
      "rules {}, metrics { m {} } | metric m has to have at least one of the keys min, max and not.",
      "rules {}, metrics { m { min = cold } } | metric m, key min is \"cold\" but has to be a finite number.",
      "rules {}, metrics { m { min = 2, max = 1 } } | metric m, key min has to be at most max.",
      "rules {}, metrics { m { not = 85 } } | metric m, key not is 85 but has to be a list of finite numbers, at least one.",
      "rules {}, metrics { m { not = [] } } | metric m, key not is [] but has to be a list of finite numbers, at least one.",
      "rules {}, metrics { m { not = [85, hot] } } | metric m, key not is [85,\"hot\"] but has to be a list of finite numbers",
      "rules {}, metrics { m = 5 } | key metrics, key m is 5 but has to be an object.",
      "rules {}, metrics = 5 | key metrics is 5 but has to be an object.",
      "rules {}, expired { severity = BAD } | expired, key severity is \"BAD\" but has to be WARNING,",
      "rules {}, expired { escalate = [] } | expired, key escalate is unknown, allowed are latch, severity.",
      "rules {}, misplaced { latch = on } | misplaced, key latch is unknown, allowed is severity.",
      "rules {}, misrouted { severity = 5 } | misrouted, key severity is 5 but has to be WARNING,",
      "rules {}, misrouted = MAJOR | key misrouted is \"MAJOR\" but has to be an object.",
      "rules { | is not valid HOCON"})
  void refusesABook(String book, String complaint) {
    assertThat(problems(book)).hasSize(1).first().asString().startsWith("book.conf").contains(complaint);
  }

  @Test
  void tellsEverythingThatIsWrongWithItsLine() {
    assertThat(problems("rules {\n a { metric = m, for = [X] }\n b { metric = m, max = 1, for = [X], at = SEA }\n}"))
        .containsExactly(
            "book.conf line 2: rule a has to have at least one of the keys min, max, above and below.",
            "book.conf line 3: rule b, key at is \"SEA\" but has to be TRUCK, WAREHOUSE, GOODS or ANY.");
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
      "rules { a { metric = m, max = 1, for = [X], escalate = [{ severity = MAJOR, after = 1m }, { severity = MINOR, after = 2m, severity = MAJOR }] } } | 1: rule a, key escalate[2].severity is given",
      "rules {}, metrics { m { min = 1 }, m { max = 2 } } | 1: metric m is given",
      "rules {}, metrics { m { min = 1, min = 2 } } | 1: metric m, key min is given",
      "rules {}, expired { severity = MAJOR, severity = MINOR } | 1: expired, key severity is given",
      "rules {}, expired { severity = MAJOR }, expired { latch = on } | 1: key expired is given",
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
  void namesWhateverIsAnIdentifier() {
    for (String name : List.of("urn:epc:a%2Fb", "A(1)", "https://id.gs1.org/01/7?a#b", "\"", "\\", "~", "%", "|", "$", "${x}", "a,b", "#", "//", "x".repeat(256))) {
      String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
      Rule rule = parse("rules { \"%1$s\" { metric = \"aboard.%1$s\", max = 1, for = [\"%1$s\"] } }".formatted(quoted)).rules().get(0);
      assertThat(rule.name()).isEqualTo(name);
      assertThat(rule.categories()).containsExactly(name);
      assertThat(rule.metric()).isEqualTo("aboard." + name);
    }
    assertThat(problems("rules { a { metric = \"aboard." + "x".repeat(257) + "\", max = 1, for = [X] } }")).hasSize(1);
    assertThat(problems("rules { \"" + "x".repeat(257) + "\" { metric = m, max = 1, for = [X] } }")).hasSize(1);
  }

  /** What joins the parts of a hash may stand in names, too. */
  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
      "a { metric = m, max = 1, for = [\"X,Y\"] };a { metric = m, max = 1, for = [X, Y] }",
      "a { metric = m, max = 1, for = [\"X%2CY\"] };a { metric = m, max = 1, for = [\"X,Y\"] }",
      "\"a|m\" { metric = m, max = 1, for = [X] };a { metric = \"m|m\", max = 1, for = [X] }",
      "\"a%7Cm\" { metric = m, max = 1, for = [X] };\"a|m\" { metric = m, max = 1, for = [X] }"})
  void hashesDifferWhereOnlyNamesDo(String one, String other) {
    assertThat(parse("rules { " + one + " }").hash()).isNotEqualTo(parse("rules { " + other + " }").hash());
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
