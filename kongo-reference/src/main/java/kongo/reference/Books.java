package kongo.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kongo.rules.Plausible;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.violation.Severity;

/** The rule books by time (section 11). */
final class Books {

  private record Sent(long from, RuleBook book, Map<String, Rule> rules) {}

  private final List<Sent> lastFirst = new ArrayList<>();

  Books(RuleHistory history) {
    history.sent().forEach(one -> {
      Map<String, Rule> rules = new HashMap<>();
      one.book().rules().forEach(rule -> rules.put(rule.name(), rule));
      lastFirst.add(new Sent(one.from(), one.book(), rules));
    });
    Collections.reverse(lastFirst);
  }

  /** The one in force: of those that hold then, the one that was sent last. */
  private Sent inForce(long time) {
    for (Sent one : lastFirst) {
      if (one.from() <= time) {
        return one;
      }
    }
    throw new IllegalStateException("no book holds at " + time);
  }

  RuleBook at(long time) {
    return inForce(time).book();
  }

  Optional<Rule> ruleAt(String name, long time) {
    return Optional.ofNullable(inForce(time).rules().get(name));
  }

  /** How bad what began then is: a book that says only this otherwise judges nothing anew. */
  Severity severity(String rule, long from, long lasted, double farOut) {
    return Severities.of(ruleAt(rule, from).orElseThrow().ranking(), lasted, farOut);
  }

  /** Of all rules there ever were. */
  SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    lastFirst.forEach(one -> names.addAll(one.rules().keySet()));
    return names;
  }

  /** When another book may begin to hold, after one time and before another. */
  SortedSet<Long> changesBetween(long after, long before) {
    if (lastFirst.size() == 1) {
      return Collections.emptySortedSet();
    }
    SortedSet<Long> changes = new TreeSet<>();
    lastFirst.stream().map(Sent::from).filter(from -> from > after && from < before).forEach(changes::add);
    return changes;
  }

  /** Whether a sensor of this metric can be faulty at all. */
  boolean mayFault(String metric) {
    return lastFirst.stream().anyMatch(one -> one.book().plausible().containsKey(metric));
  }

  /** Whether a value of a metric cannot be meant (section 5). */
  boolean isFaulty(String metric, long time, double value) {
    Plausible plausible = at(time).plausible().get(metric);
    return plausible != null
        && (value < plausible.min() || value > plausible.max() || plausible.not().stream().anyMatch(not -> not == value));
  }
}
