package kongo.location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.Subject;

/** A rule book, arranged for looking up. One per node, shared by its Locations. */
public final class RuleIndex {

  private final RuleBook book;
  private final Map<String, List<Rule>> byMetric = new HashMap<>();
  private final List<Rule> derived = new ArrayList<>();

  public RuleIndex(RuleBook book) {
    this.book = book;
    for (Rule rule : book.rules()) {
      byMetric.computeIfAbsent(rule.metric(), metric -> new ArrayList<>()).add(rule);
      if (rule.isDerived()) {
        derived.add(rule);
      }
    }
  }

  List<Rule> all() {
    return book.rules();
  }

  List<Rule> on(String metric) {
    return byMetric.getOrDefault(metric, List.of());
  }

  List<Rule> derived() {
    return derived;
  }

  /** Whether a rule about Goods concerns those that carry these categories. */
  static boolean concerns(Rule rule, List<String> categories) {
    return rule.subject() == Subject.GOODS && rule.categories().stream().anyMatch(categories::contains);
  }
}
