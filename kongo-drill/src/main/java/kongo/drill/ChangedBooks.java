package kongo.drill;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import kongo.rules.Bound;
import kongo.rules.Bounded;
import kongo.rules.Bounds;
import kongo.rules.Damping;
import kongo.rules.Measured;
import kongo.rules.Ranking;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.Subject;
import kongo.violation.Severity;

/** Rule books that say some of what the shipped one says otherwise: what, is left to chance. */
final class ChangedBooks {

  /** About it every place measures something, so no book leaves it as it was. */
  private static final String ALWAYS_CHANGED = "dry";

  private static final double MOST_MOVED = 0.2;
  private static final int LONGEST_WHILE_MILLIS = 300_000;
  private static final int LONGEST_SETTLING_MILLIS = 40_000;

  private final SplittableRandom random;

  /** @param random the same gives the same books */
  ChangedBooks(SplittableRandom random) {
    this.random = random;
  }

  /** One that Goods hear of as well, since they settle otherwise. */
  RuleBook ofAll() {
    return book(1_000L * (1 + random.nextInt(LONGEST_SETTLING_MILLIS / 1_000)));
  }

  /** One that only Locations hear of. */
  RuleBook ofLocations() {
    return book(RuleBooks.shipped().settleMillis());
  }

  private RuleBook book(long settleMillis) {
    RuleBook shipped = RuleBooks.shipped();
    List<Rule> rules = shipped.rules().stream().filter(rule -> rule.name().equals(ALWAYS_CHANGED) || !chance(0.1)).map(this::changed).toList();
    return RuleBooks.of(rules, settleMillis, shipped.plausible(), shipped.builtIn());
  }

  private Rule changed(Rule rule) {
    Rule moved = rule.name().equals(ALWAYS_CHANGED) || chance(0.3) ? moved(rule) : rule;
    boolean isBounded = rule.condition() instanceof Bounded;
    Damping damping = isBounded && chance(0.2) ? new Damping(0, aWhile(), aWhile()) : rule.damping();
    long grace = isBounded && rule.subject() == Subject.GOODS && chance(0.1) ? aWhile() : rule.graceMillis();
    Ranking ranking = chance(0.2) ? Ranking.of(Severity.values()[random.nextInt(Severity.values().length)]) : rule.ranking();
    return new Rule(rule.name(), moved.condition(), damping, grace, rule.at(), rule.subject(), rule.categories(), ranking);
  }

  /** By a part of its own size, so that the bounds stay apart. */
  private Rule moved(Rule rule) {
    if (rule.condition() instanceof Measured measured && measured.bounds().upper().isPresent()) {
      Bound upper = measured.bounds().upper().get();
      double value = Math.rint(100 * upper.value() * (1 + MOST_MOVED * (2 * random.nextDouble() - 1))) / 100;
      Bounds bounds = new Bounds(measured.bounds().lower(), Optional.of(new Bound(value, upper.inclusive(), upper.maxWeight())));
      return rule.with(new Measured(measured.metric(), bounds, measured.holdMillis()));
    }
    return rule;
  }

  private long aWhile() {
    return 1 + random.nextInt(LONGEST_WHILE_MILLIS);
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
