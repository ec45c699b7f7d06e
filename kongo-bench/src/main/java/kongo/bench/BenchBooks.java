package kongo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kongo.rules.Bound;
import kongo.rules.Bounds;
import kongo.rules.Measured;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleBooks;
import kongo.rules.Subject;

/**
 * Rule books that differ in what a bench wants to have judged anew.
 *
 * @param base what they differ from
 */
record BenchBooks(RuleBook base) {

  private static final long MINUTE = 60_000;
  private static final double DRIER = 50;

  /** With one rule more, for Goods that there are none of. */
  RuleBook ofNobody(int number) {
    List<Rule> rules = new ArrayList<>(base.rules());
    Bounds bounds = new Bounds(Optional.empty(), Optional.of(new Bound(number, true, false)));
    rules.add(new Rule("of-nobody", new Measured("temperature", bounds, 90 * MINUTE), Optional.empty(), Subject.GOODS, List.of("NOBODY")));
    return like(rules);
  }

  /** Of each reading that is judged at all it says something else: how long it holds. One rule is stricter as well, so that something changes. */
  RuleBook ofEverything() {
    return like(base.rules().stream().map(BenchBooks::otherwise).toList());
  }

  /** Whether {@link #ofEverything} has other bounds for it. */
  static boolean isStricter(String rule) {
    return rule.equals("dry");
  }

  private static Rule otherwise(Rule rule) {
    if (rule.condition() instanceof Measured measured) {
      Bounds bounds = isStricter(rule.name()) ? new Bounds(Optional.empty(), Optional.of(new Bound(DRIER, true, false))) : measured.bounds();
      return rule.with(new Measured(measured.metric(), bounds, measured.holdMillis() - MINUTE));
    }
    return rule;
  }

  private RuleBook like(List<Rule> rules) {
    return RuleBooks.of(rules, base.settleMillis(), base.plausible(), base.builtIn());
  }
}
