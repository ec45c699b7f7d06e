package kongo.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kongo.location.RuleVersions;
import kongo.reference.SmallWorld;
import kongo.rules.Bounded;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.rules.Subject;
import kongo.violation.Severity;

/** The rule books of a small world as its nodes know them. */
record RulesOfAWorld(RuleHistory history) {

  private static final int CHANGES = 6;

  /** Another one since ever, then all of these again, and so on. */
  static RulesOfAWorld thatReplaceEachOther(RuleHistory last, RuleBook other) {
    RulesOfAWorld all = new RulesOfAWorld(last);
    for (int i = 0; i < CHANGES / 2; i++) {
      RuleHistory replaced = all.history().and(all.history().version() + 1, RuleHistory.EVER, other);
      all = new RulesOfAWorld(new RulesOfAWorld(replaced).and(last));
    }
    return all;
  }

  private RuleHistory and(RuleHistory more) {
    RuleHistory longer = history;
    for (RuleHistory.Sent one : more.sent()) {
      longer = longer.and(longer.version() + 1, one.from(), one.book());
    }
    return longer;
  }

  /** Any of the versions up to one. */
  long anyUpTo(long version, Random random) {
    List<Long> versions = history.sent().stream().map(RuleHistory.Sent::offset).filter(one -> one <= version).toList();
    return versions.get(random.nextInt(versions.size()));
  }

  /** Few, which share names of rules, that hold from any times on. */
  static RulesOfAWorld inTime(SmallWorld world, Random random) {
    List<RuleBook> books =
        IntStream.range(0, 3).mapToObj(i -> book(i == 0 ? world.book() : Worlds.of(world.seed() + 2 * i).book(), random)).toList();
    RuleHistory history = RuleHistory.of(books.get(0));
    ChangesInTime times = new ChangesInTime(world);
    int changes = random.nextInt(CHANGES);
    for (int i = 0; i < changes; i++) {
      history = history.and(i, random.nextInt(5) == 0 ? RuleHistory.EVER : times.anyTime(random), books.get(random.nextInt(3)));
    }
    return new RulesOfAWorld(history);
  }

  private static RuleBook book(RuleBook book, Random random) {
    return RuleBooks.of(book.rules().stream().map(rule -> rule(rule, other(book, random), random)).toList(), book.settleMillis(), book.plausible(), book.builtIn());
  }

  /** Under a name may stand what another rule says. */
  private static Optional<Rule> other(RuleBook book, Random random) {
    return random.nextInt(4) == 0 ? Optional.of(book.rules().get(random.nextInt(book.rules().size()))) : Optional.empty();
  }

  private static Rule rule(Rule named, Optional<Rule> other, Random random) {
    Rule rule = other.orElse(named);
    boolean mayHaveGrace = rule.subject() == Subject.GOODS && rule.condition() instanceof Bounded;
    long grace = mayHaveGrace && random.nextInt(3) == 0 ? (1 + random.nextInt(4)) * ChangesInTime.TICK : rule.graceMillis();
    Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
    return new Rule(
        named.name(), rule.condition(), rule.damping(), grace, rule.at(), rule.subject(), rule.categories(),
        new Ranking(severity, rule.ranking().escalations(), Optional.empty()));
  }

  RuleVersions versions() {
    return new RuleVersions(history);
  }

  /** The version that has no rules at any time. */
  long withoutRules() {
    return history.version() + 1;
  }

  /** The same, then nothing at any time, then all again. */
  RuleHistory withoutRulesAndAgain() {
    return new RulesOfAWorld(history.and(withoutRules(), RuleHistory.EVER, RuleBooks.of(List.of()))).and(history);
  }
}
