package kongo.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kongo.reference.SmallWorlds.Feature;
import kongo.rules.BuiltIn;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Kind;
import kongo.violation.Refusal;
import kongo.violation.Severity;
import kongo.violation.Violation;
import org.junit.jupiter.api.Test;

class SmallWorldsTest {

  @Test
  void theSameSeedMakesTheSameWorld() {
    for (long seed = 0; seed < 50; seed++) {
      assertThat(SmallWorlds.generate(seed)).isEqualTo(SmallWorlds.generate(seed));
      assertThat(SmallWorlds.generate(seed, EnumSet.allOf(Feature.class)))
          .isEqualTo(SmallWorlds.generate(seed, EnumSet.allOf(Feature.class)));
    }
  }

  @Test
  void theReferenceDoesNotSeeHowPartitionsInterleave() {
    for (long seed = 0; seed < 500; seed++) {
      SmallWorld world = SmallWorlds.generate(seed, seed % 2 == 0 ? EnumSet.noneOf(Feature.class) : EnumSet.allOf(Feature.class));
      SmallWorld other =
          new SmallWorld(seed, world.book(), world.retention(), world.interleaved(new Random(seed)), world.maxSeries(), world.profileBytes());
      assertThat(other.expected()).as("seed %d", seed).isEqualTo(world.expected());
    }
  }

  @Test
  void whatWaitsAndRanksMatters() {
    Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
    int gone = 0;
    int merged = 0;
    int longer = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      SmallWorld world = SmallWorlds.generate(seed, EnumSet.of(Feature.DAMPING));
      Map<String, Violation> damped = world.expected();
      Map<String, Violation> plain = world.with(plain(world.book())).expected();
      damped.values().forEach(one -> severities.merge(one.severity(), 1, Integer::sum));
      gone += plain.keySet().stream().filter(id -> !damped.containsKey(id)).count();
      merged += damped.values().stream().filter(one -> plain.containsKey(one.id()) && hasMore(one, plain.get(one.id()))).count();
      longer += damped.values().stream().filter(one -> plain.containsKey(one.id()) && isLonger(one, plain.get(one.id()))).count();
    }

    assertThat(severities).hasSize(Severity.values().length);
    assertThat(severities.values()).allMatch(count -> count > 1_000);
    assertThat(gone).isGreaterThan(1_000);
    assertThat(merged).isGreaterThan(50);
    assertThat(longer).isGreaterThan(50);
  }

  @Test
  void whatSensorsCannotMeanMatters() {
    int differ = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      SmallWorld world = SmallWorlds.generate(seed, EnumSet.of(Feature.PLAUSIBLE));
      differ += world.expected().equals(world.with(plain(world.book())).expected()) ? 0 : 1;
    }
    assertThat(differ).isGreaterThan(200);
  }

  /** What a history must not depend on. */
  @Test
  void booksThatSayNothingNewChangeNothing() {
    for (long seed = 0; seed < 1_000; seed++) {
      SmallWorld world = SmallWorlds.generate(seed, EnumSet.allOf(Feature.class));
      AcceptedEvents events = world.acceptance().accepted();
      RuleHistory twice = RuleHistory.of(world.book());
      RuleHistory otherwiseRanked = RuleHistory.of(ranked(world.book()));
      for (RuleHistory.Sent one : world.history().sent()) {
        twice = twice.and(2 * one.offset() + 10, one.from(), one.book()).and(2 * one.offset() + 11, one.from(), one.book());
        otherwiseRanked = otherwiseRanked.and(one.offset() + 10, one.from(), ranked(one.book()));
      }
      RuleHistory over = world.history().and(1_000, RuleHistory.EVER, world.book());
      RuleHistory ahead = world.history().and(1_000, Long.MAX_VALUE - 1, RuleBooks.of(List.of()));

      assertThat(Reference.violations(twice, events)).as("seed %d", seed).isEqualTo(world.expected());
      assertThat(Reference.violations(ahead, events)).as("seed %d", seed).isEqualTo(world.expected());
      assertThat(Reference.violations(over, events)).as("seed %d", seed).isEqualTo(Reference.violations(world.book(), events));
      assertThat(unranked(Reference.violations(otherwiseRanked, events))).as("seed %d", seed)
          .isEqualTo(unranked(world.expected()));
    }
  }

  private static List<String> unranked(Map<String, Violation> all) {
    return all.values().stream().map(one -> one.toString().replaceFirst("severity=[A-Z]+", "")).toList();
  }

  private static RuleBook ranked(RuleBook book) {
    List<Rule> rules = book.rules().stream().map(rule -> new Rule(
        rule.name(), rule.condition(), rule.damping(), rule.graceMillis(), rule.at(), rule.subject(), rule.categories(),
        Ranking.of(Severity.MINOR))).toList();
    return RuleBooks.of(rules, book.settleMillis(), book.plausible(), BuiltIn.DEFAULT);
  }

  @Test
  void whatHoldsWhenMatters() {
    Map<String, Integer> differ = new TreeMap<>();
    int typeConflicts = 0;
    int cut = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      SmallWorld world = SmallWorlds.generate(seed, EnumSet.of(Feature.BOOKS, Feature.PROFILES));
      Map<String, Violation> expected = world.expected();
      AcceptedEvents events = world.acceptance().accepted();
      Set<Long> bounds = world.history().sent().stream().map(RuleHistory.Sent::from).collect(Collectors.toSet());
      cut += expected.values().stream().filter(one -> bounds.contains(one.from())).count();
      typeConflicts += world.acceptance().refused().stream().filter(r -> r.reason() == Refusal.Reason.TYPE_CONFLICT).count();
      differ.merge("first book", Reference.violations(world.book(), events).equals(expected) ? 0 : 1, Integer::sum);
      differ.merge("last profiles", Reference.violations(world.history(), lastProfiles(events)).equals(expected) ? 0
          : 1, Integer::sum);
    }
    assertThat(differ.values()).allMatch(count -> count > 300);
    assertThat(typeConflicts).isGreaterThan(300);
    assertThat(cut).isGreaterThan(1_000);
  }

  @Test
  void whatLoggersSayMatters() {
    Map<String, Integer> found = new TreeMap<>();
    for (long seed = 0; seed < 1_000; seed++) {
      SmallWorld world = SmallWorlds.generate(seed, EnumSet.of(Feature.LOGGERS));
      for (Violation one : world.expected().values()) {
        boolean isLocation = one.goods() == null;
        String where = !one.location().startsWith("g") ? "elsewhere" : one.location().equals(one.goods()) ? "at itself"
            : "on another";
        found.merge(one.kind() + " " + (isLocation ? "of the place itself " : "") + where, 1, Integer::sum);
      }
    }
    assertThat(found.get("ENVIRONMENT at itself")).isGreaterThan(500);
    assertThat(found.get("SILENCE at itself")).isGreaterThan(100);
    assertThat(found.get("ENVIRONMENT on another")).isGreaterThan(50);
    assertThat(found.get("OVERLOAD on another")).isGreaterThan(20);
    assertThat(found.keySet())
        .noneMatch(kind -> kind.endsWith("of the place itself at itself") || kind.equals("OVERLOAD at itself"));
  }

  private static AcceptedEvents lastProfiles(AcceptedEvents events) {
    Map<String, Profiles> last = new TreeMap<>();
    events.registry().forEach((id, all) -> {
      if (!all.said().isEmpty()) {
        last.put(id, Profiles.always(all.said().get(all.said().size() - 1).registration()));
      }
    });
    return new AcceptedEvents(events.readings(), events.provenTimes(), events.moves(), last);
  }

  private static boolean hasMore(Violation one, Violation other) {
    return one.count() != null && one.count() > other.count();
  }

  private static boolean isLonger(Violation one, Violation other) {
    return !Objects.equals(one.to(), other.to()) && Objects.equals(one.count(), other.count());
  }

  private static RuleBook plain(RuleBook book) {
    return RuleBooks.of(
        book.rules().stream().map(rule -> new Rule(rule.name(), rule.condition(), rule.at(), rule.subject(), rule.categories()))
            .toList(),
        book.settleMillis());
  }

  @Test
  void everyKindOfViolationAndRefusalIsFrequent() {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    Map<String, Integer> rules = new TreeMap<>();
    int duplicates = 0;
    int tooLate = 0;
    int tooManySeries = 0;
    int conflicts = 0;
    int tooManyOthers = 0;
    for (long seed = 0; seed < 2_000; seed++) {
      Acceptance acceptance = SmallWorlds.generate(seed).acceptance();
      duplicates += acceptance.duplicates();
      tooLate += acceptance.refused().stream().filter(r -> r.reason() == Refusal.Reason.TOO_LATE).count();
      tooManySeries += acceptance.refused().stream().filter(r -> r.reason() == Refusal.Reason.TOO_MANY_SERIES).count();
      conflicts += acceptance.refused().stream().filter(r -> r.reason() == Refusal.Reason.CONFLICT).count();
      for (Violation violation : SmallWorlds.generate(seed).expected().values()) {
        kinds.merge(violation.kind(), 1, Integer::sum);
        rules.merge(violation.rule() + " " + violation.status(), 1, Integer::sum);
        tooManyOthers += violation.others().size() == 10 ? 1 : 0;
      }
    }

    assertThat(kinds).hasSize(Kind.values().length);
    assertThat(kinds.values()).allMatch(count -> count > 1_000);
    // 35 rules, expiry and wrong ways, each open and closed, and misplacement
    assertThat(rules).hasSize(75);
    assertThat(rules.values()).allMatch(count -> count > 15);
    assertThat(duplicates).isGreaterThan(1_000);
    assertThat(tooLate).isGreaterThan(500);
    assertThat(tooManySeries).isGreaterThan(500);
    assertThat(conflicts).isGreaterThan(1_000);
    assertThat(tooManyOthers).isPositive();
  }
}
