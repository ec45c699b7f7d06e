package kongo.location;

import java.util.HashMap;
import java.util.Map;

/** Until when at the latest each rule concerns any Goods at a Location; rules that concern nobody cost nothing. */
final class Demand {

  private final Map<Check, Long> until = new HashMap<>();

  static Demand of(RuleIndex rules, Presence.View presence) {
    Demand demand = new Demand();
    presence.all().forEach(goods -> demand.widen(rules, goods));
    return demand;
  }

  /** Takes what a Goods says now into account as well; what it said before still counts, which costs time only. */
  void widen(RuleIndex rules, GoodsHere goods) {
    long end = goods.lastTime();
    for (Check check : rules.all()) {
      if (check.concerns(goods)) {
        until.merge(check, end, Math::max);
      }
    }
  }

  /** Whether anyone of whom the rule speaks is here after {@code time}. */
  boolean wants(Check check, long time) {
    return check.isAboutLocation() || until.getOrDefault(check, Long.MIN_VALUE) > time;
  }
}
