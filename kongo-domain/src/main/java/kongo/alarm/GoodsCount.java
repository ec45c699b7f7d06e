package kongo.alarm;

import java.util.List;
import java.util.TreeMap;
import kongo.violation.Violation;

/** How many violations each Goods has in an incident. */
final class GoodsCount {

  private final TreeMap<String, Integer> violations = new TreeMap<>();

  /** That of a Location counts for none. */
  void add(Violation violation) {
    if (violation.goods() != null) {
      violations.merge(violation.goods(), 1, Integer::sum);
    }
  }

  void remove(Violation violation) {
    if (violation.goods() != null) {
      violations.computeIfPresent(violation.goods(), (id, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Both together, of which neither is to be used any more: what has fewer Goods is added to the other one. */
  GoodsCount and(GoodsCount other) {
    if (violations.size() < other.violations.size()) {
      return other.and(this);
    }
    other.violations.forEach((id, count) -> violations.merge(id, count, Integer::sum));
    return this;
  }

  /** Takes those of these violations out. */
  GoodsCount cut(MemberTree members) {
    GoodsCount taken = new GoodsCount();
    members.forEach(member -> {
      remove(member.violation());
      taken.add(member.violation());
    });
    return taken;
  }

  int different() {
    return violations.size();
  }

  /** Sorted. */
  List<String> first(int most) {
    return violations.keySet().stream().limit(most).toList();
  }
}
