package kongo.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kongo.alarm.Incident;
import kongo.rules.LoadWeight;
import kongo.rules.RuleHistory;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;

/** Section 13: the incidents of a final set, found by asking of every two violations whether they belong together. */
public final class NaiveIncidents {

  private static final Set<Kind> ALONE = EnumSet.of(Kind.EXPIRED, Kind.MISPLACED, Kind.MISROUTED, Kind.OVERSTAY);
  private static final Comparator<Violation> BY_BEGINNING = Comparator.comparingLong(Violation::from).thenComparing(Violation::id);
  private static final int GRAM = 3;
  private static final int NAMED = 10;

  private final Books books;

  private NaiveIncidents(Books books) {
    this.books = books;
  }

  /** By id. */
  public static SortedMap<String, Incident> of(RuleHistory history, Collection<Violation> violations) {
    NaiveIncidents naive = new NaiveIncidents(new Books(history));
    SortedMap<String, Incident> incidents = new TreeMap<>();
    List<Violation> left = new ArrayList<>(violations);
    while (!left.isEmpty()) {
      List<Violation> incident = naive.component(left);
      left.removeAll(incident);
      Incident found = incident(incident.stream().sorted(BY_BEGINNING).toList());
      if (incidents.put(found.id(), found) != null) {
        throw new IllegalStateException("two incidents have the id " + found.id());
      }
    }
    return incidents;
  }

  /** One of them, and all that belong to it through any others. */
  private List<Violation> component(List<Violation> all) {
    List<Violation> component = new ArrayList<>(List.of(all.get(0)));
    for (int i = 0; i < component.size(); i++) {
      Violation one = component.get(i);
      all.stream().filter(other -> !component.contains(other) && belongTogether(one, other)).forEach(component::add);
    }
    return component;
  }

  private boolean belongTogether(Violation one, Violation other) {
    boolean isAlike = one.location().equals(other.location()) && one.rule().equals(other.rule()) && one.sensor().equals(other.sensor());
    boolean isAlone = ALONE.contains(one.kind()) || ALONE.contains(other.kind());
    return isAlike && !isAlone && (one.from() <= other.from() ? isSoonAfter(one, other) : isSoonAfter(other, one));
  }

  private boolean isSoonAfter(Violation earlier, Violation later) {
    return earlier.to() == null || later.from() <= earlier.to() || later.from() - earlier.to() < merge(earlier);
  }

  private long merge(Violation earlier) {
    return books.ruleAt(earlier.rule(), earlier.from()).map(rule -> rule.damping().mergeMillis()).orElse(0L);
  }

  /** @param violations of one, by their beginnings */
  private static Incident incident(List<Violation> violations) {
    Violation first = violations.get(0);
    boolean isAlone = ALONE.contains(first.kind());
    boolean isOpen = violations.stream().anyMatch(each -> each.status() == Status.OPEN);
    List<String> goods = violations.stream().map(Violation::goods).filter(Objects::nonNull).distinct().sorted().toList();
    return new Incident(
        isAlone ? first.id() : id(first),
        isAlone ? first.goods() : first.location(),
        first.kind(),
        first.rule(),
        first.location(),
        first.sensor(),
        first.from(),
        isOpen ? null : violations.stream().map(Violation::to).max(Comparator.naturalOrder()).orElseThrow(),
        isOpen ? Status.OPEN : Status.CLOSED,
        violations.stream().map(Violation::severity).max(Comparator.<Severity>naturalOrder()).orElseThrow(),
        violations.size(),
        goods.size(),
        goods.stream().limit(NAMED).toList(),
        worst(violations));
  }

  private static String id(Violation first) {
    return Stream.of(first.location(), first.rule(), first.sensor().isEmpty() ? "-" : first.sensor(), Long.toString(first.from()))
        .map(part -> part.replace("%", "%25").replace("/", "%2F"))
        .reduce((before, part) -> before + "/" + part)
        .orElseThrow();
  }

  private static Double worst(List<Violation> violations) {
    return violations.stream()
        .filter(each -> each.worst() != null)
        .reduce((worst, next) -> distance(next) > distance(worst) ? next : worst)
        .map(Violation::worst)
        .orElse(null);
  }

  private static double distance(Violation violation) {
    double value = violation.worst();
    OptionalDouble lower = violation.limit().min().isPresent() ? violation.limit().min() : violation.limit().above();
    OptionalDouble upper = violation.limit().max().isPresent() ? violation.limit().max() : violation.limit().below();
    boolean isWeight = violation.metric().equals(LoadWeight.METRIC);
    return Stream.of(
            lower.stream().map(bound -> isWeight ? kilograms(bound, value) : bound - value),
            upper.stream().map(bound -> isWeight ? kilograms(value, bound) : value - bound))
        .flatMap(sides -> sides.boxed())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static double kilograms(double more, double less) {
    return toTheGram(more).subtract(toTheGram(less)).doubleValue();
  }

  private static BigDecimal toTheGram(double kilograms) {
    return BigDecimal.valueOf(kilograms).setScale(GRAM, RoundingMode.HALF_UP);
  }
}
