package kongo.location;

import java.util.HashMap;
import java.util.Map;
import kongo.rules.Rule;
import kongo.rules.Subject;

/** Until when at the latest each rule concerns any Goods at a Location; rules that concern nobody cost nothing. */
final class Demand {

  private final Map<Rule, Long> until = new HashMap<>();

  static Demand of(RuleIndex rules, Presence.View presence) {
    Demand demand = new Demand();
    presence.all().forEach(goods -> demand.widen(rules, goods));
    return demand;
  }

  /** Takes what a Goods says now into account as well; what it said before still counts, which costs time only. */
  void widen(RuleIndex rules, GoodsHere goods) {
    long end = goods.lastTime();
    for (Rule rule : rules.all()) {
      if (RuleIndex.concerns(rule, goods.profile().categories())) {
        until.merge(rule, end, Math::max);
      }
    }
  }

  /** Whether anyone of whom the rule speaks is here after {@code time}. */
  boolean wants(Rule rule, long time) {
    return rule.subject() == Subject.LOCATION || until.getOrDefault(rule, Long.MIN_VALUE) > time;
  }
}
