package kongo.baseline.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kongo.registry.PlaceType;
import kongo.rules.Bound;
import kongo.rules.Measured;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.Subject;
import kongo.violation.Kind;

/** The environment rules of a book as thresholds, grouped by metric; a set of rules is a set of bits. */
public final class Limits {

  private static final int MOST = Long.SIZE;

  private final List<Rule> rules;
  private final List<Measured> conditions;
  private final List<String> metrics = new ArrayList<>();
  private final Map<String, Integer> metricOf = new HashMap<>();
  private final List<List<Threshold>> thresholds = new ArrayList<>();

  private record Threshold(long bit, double lower, boolean lowerAllowed, double upper, boolean upperAllowed) {

    boolean brokenBy(double value) {
      return (lowerAllowed ? value < lower : value <= lower) || (upperAllowed ? value > upper : value >= upper);
    }
  }

  private Limits(List<Rule> rules) {
    this.rules = rules;
    this.conditions = rules.stream().map(Limits::condition).toList();
    for (int i = 0; i < rules.size(); i++) {
      add(conditions.get(i), 1L << i);
    }
  }

  /** @throws IllegalArgumentException if the book has environment rules of a kind that the baselines do not judge */
  public static Limits of(RuleBook book) {
    List<Rule> environment = book.rules().stream().filter(rule -> rule.condition().kind() == Kind.ENVIRONMENT).toList();
    if (environment.size() > MOST) {
      throw new IllegalArgumentException("The baselines judge %d environment rules at most, not %d.".formatted(MOST, environment.size()));
    }
    environment.stream().filter(rule -> rule.subject() == Subject.LOCATION).findFirst().ifPresent(rule -> {
      throw new IllegalArgumentException("The baselines judge rules about Goods only; take " + rule.name() + " out of the book.");
    });
    return new Limits(environment);
  }

  private static Measured condition(Rule rule) {
    if (rule.condition() instanceof Measured measured) {
      return measured;
    }
    throw new IllegalArgumentException("The baselines judge what is measured only; take " + rule.name() + " out of the book.");
  }

  private void add(Measured rule, long bit) {
    int metric = metricOf.computeIfAbsent(rule.metric(), name -> {
      metrics.add(name);
      thresholds.add(new ArrayList<>());
      return metrics.size() - 1;
    });
    thresholds.get(metric).add(new Threshold(
        bit,
        rule.bounds().lower().map(Bound::value).orElse(Double.NEGATIVE_INFINITY),
        rule.bounds().lower().map(Bound::inclusive).orElse(true),
        rule.bounds().upper().map(Bound::value).orElse(Double.POSITIVE_INFINITY),
        rule.bounds().upper().map(Bound::inclusive).orElse(true)));
  }

  /** The number of a metric, -1 if no rule is about it. */
  public int metric(String name) {
    return metricOf.getOrDefault(name, -1);
  }

  /** The rules of a metric that a value breaks. */
  public long brokenBy(int metric, double value) {
    List<Threshold> ofMetric = thresholds.get(metric);
    long broken = 0;
    for (int i = 0; i < ofMetric.size(); i++) {
      Threshold threshold = ofMetric.get(i);
      broken |= threshold.brokenBy(value) ? threshold.bit : 0;
    }
    return broken;
  }

  /** The rules that protect Goods of these categories at such a place. */
  public long protecting(Collection<String> categories, PlaceType place) {
    long bits = 0;
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      boolean holdsThere = rule.at().isEmpty() || rule.at().get() == place;
      bits |= holdsThere && rule.categories().stream().anyMatch(categories::contains) ? 1L << i : 0;
    }
    return bits;
  }

  /** @param number of the rule's bit */
  public Rule rule(int number) {
    return rules.get(number);
  }

  long holdMillis(int rule) {
    return conditions.get(rule).holdMillis();
  }

  /** How far outside a breaking value is. */
  double distance(int rule, double value) {
    double lower = conditions.get(rule).bounds().lower().map(Bound::value).orElse(Double.NEGATIVE_INFINITY);
    double upper = conditions.get(rule).bounds().upper().map(Bound::value).orElse(Double.POSITIVE_INFINITY);
    return Math.max(lower - value, value - upper);
  }
}
