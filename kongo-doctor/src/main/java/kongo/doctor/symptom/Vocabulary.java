package kongo.doctor.symptom;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import kongo.location.Reading;
import kongo.registry.PlaceType;
import kongo.rules.Aboard;
import kongo.rules.Condition;
import kongo.rules.LoadCount;
import kongo.rules.LoadWeight;
import kongo.rules.Measured;
import kongo.rules.Overstay;
import kongo.rules.Plausible;
import kongo.rules.Rate;
import kongo.rules.Rule;
import kongo.rules.RuleBook;
import kongo.rules.Silence;
import kongo.rules.Subject;

/** The names that the rules of a book know. Immutable. */
public final class Vocabulary {

  /** Says no more than that time has passed, so no rule names it. */
  static final String CLOCK = "clock";

  /** The measured metric that a condition is about, if it is about one. */
  private static final Condition.Cases<Optional<String>> MEASURED = new Condition.Cases<>() {
    @Override
    public Optional<String> measured(Measured condition) {
      return Optional.of(condition.metric());
    }

    @Override
    public Optional<String> rate(Rate condition) {
      return Optional.of(condition.of());
    }

    @Override
    public Optional<String> loadWeight(LoadWeight condition) {
      return Optional.empty();
    }

    @Override
    public Optional<String> loadCount(LoadCount condition) {
      return Optional.empty();
    }

    @Override
    public Optional<String> aboard(Aboard condition) {
      return Optional.empty();
    }

    @Override
    public Optional<String> silence(Silence condition) {
      return Optional.of(condition.metric());
    }

    @Override
    public Optional<String> overstay(Overstay condition) {
      return Optional.empty();
    }
  };

  private final Set<String> metrics = new TreeSet<>();
  private final Set<String> categories = new TreeSet<>();
  private final Set<String> protectedCategories = new TreeSet<>();
  private final List<Rule> measuring;
  private final SortedMap<String, Plausible> plausible;
  private final boolean weighs;

  public Vocabulary(RuleBook book) {
    for (Rule rule : book.rules()) {
      metric(rule).ifPresent(metrics::add);
      categories.addAll(rule.categories());
      protectedCategories.addAll(rule.categories());
      if (rule.condition() instanceof Aboard aboard) {
        categories.add(aboard.category());
      }
    }
    measuring = book.rules().stream().filter(Vocabulary::needsSensors).toList();
    plausible = book.plausible();
    weighs = book.rules().stream().anyMatch(rule -> rule.condition() instanceof LoadWeight);
  }

  /** Where a Goods is; most have no logger that travels with them, and none is missed. */
  private static boolean needsSensors(Rule rule) {
    boolean isAtItself = rule.at().filter(PlaceType.GOODS::equals).isPresent();
    return rule.subject() == Subject.GOODS && !isAtItself && metric(rule).isPresent();
  }

  static Optional<String> metric(Rule rule) {
    return rule.condition().when(MEASURED);
  }

  /** Those that some rule measures. */
  Set<String> metrics() {
    return metrics;
  }

  /** Whether readings of the metric mean something: to a rule, or as a sign of time. */
  public boolean means(String metric) {
    return metrics.contains(metric) || metric.equals(CLOCK);
  }

  /** Whether the book says of the metric what a sensor cannot mean. */
  boolean hasFaulty(String metric) {
    return plausible.containsKey(metric);
  }

  /** Whether the book says that a sensor cannot mean this. */
  boolean isFaulty(Reading reading) {
    Plausible allowed = plausible.get(reading.metric());
    return allowed != null && !allowed.allows(reading.value());
  }

  /** All that some rule names. */
  Set<String> categories() {
    return categories;
  }

  /** Those that some rule is for. */
  boolean isProtected(String category) {
    return protectedCategories.contains(category);
  }

  /** The rules for Goods that need sensors where these are. */
  List<Rule> measuring() {
    return measuring;
  }

  /** Whether some rule weighs what is aboard. */
  boolean weighs() {
    return weighs;
  }
}
