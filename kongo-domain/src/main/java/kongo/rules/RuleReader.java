package kongo.rules;

import com.typesafe.config.ConfigObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kongo.location.PlaceType;

/** Reads one rule of a rule book. */
final class RuleReader {

  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("metric", "min", "max", "above", "below", "for", "at", "subject", "hold"));
  private static final Set<String> TAKEN = new TreeSet<>(Set.of("expired", "misplaced"));
  private static final String METRIC =
      "an identifier (1 to 128 characters of A-Z a-z 0-9 . _ : -, not - alone); of load.* there are load.weight and"
          + " load.count, of aboard.* there is aboard.<CATEGORY>";

  private final String name;
  private final ConfigObject object;
  private final Problems problems;
  private final Fields fields;

  RuleReader(String name, ConfigObject object, Problems problems) {
    this.name = name;
    this.object = object;
    this.problems = problems;
    this.fields = Fields.of(object, name, problems);
  }

  /** The rule, empty when problems were found. */
  Optional<Rule> read(long defaultHold) {
    int before = problems.size();
    checkName();
    checkKeys();
    String metric = metric();
    Optional<Bound> lower = atMostOne("min", "above", false);
    Optional<Bound> upper = atMostOne("max", "below", true);
    checkBounds(lower, upper);
    Optional<PlaceType> at = at();
    Subject subject = fields.oneOf("subject", Subject.class, "GOODS or LOCATION").orElse(Subject.GOODS);
    List<String> categories = categories(subject);
    long hold = fields.holdMillis().orElse(defaultHold);
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new Rule(name, metric, lower, upper, at, subject, categories, hold));
  }

  private void checkName() {
    if (!Fields.isIdentifier(name)) {
      problems.add(object.origin(), "rule " + name,
          "has to be named with 1 to 128 characters of A-Z a-z 0-9 . _ : -, not with - alone");
    } else if (TAKEN.contains(name)) {
      problems.add(object.origin(), "rule " + name,
          "has to have another name, " + String.join(" and ", TAKEN) + " are taken");
    }
  }

  private void checkKeys() {
    object.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .sorted()
        .forEach(key -> fields.refuse(key, "is unknown, allowed are " + String.join(", ", KEYS)));
  }

  private String metric() {
    if (!fields.has("metric")) {
      fields.refuse("metric", "is missing, it has to be " + METRIC);
      return "";
    }
    Optional<String> metric = fields.text("metric", METRIC);
    if (metric.isPresent() && !isMetric(metric.get())) {
      fields.refuse("metric", "is \"" + metric.get() + "\" but has to be " + METRIC);
    }
    return metric.orElse("");
  }

  private static boolean isMetric(String metric) {
    if (metric.startsWith(Rule.ABOARD)) {
      return Fields.isIdentifier(metric) && Fields.isIdentifier(metric.substring(Rule.ABOARD.length()));
    }
    boolean otherLoad =
        metric.startsWith("load.") && !metric.equals(Rule.LOAD_WEIGHT) && !metric.equals(Rule.LOAD_COUNT);
    return Fields.isIdentifier(metric) && !otherLoad;
  }

  private Optional<Bound> atMostOne(String inclusive, String exclusive, boolean mayNameMaxWeight) {
    if (fields.has(inclusive) && fields.has(exclusive)) {
      fields.refuse(exclusive, "is not allowed beside " + inclusive + ", a rule has at most one of them");
    }
    Optional<Bound> first = fields.bound(inclusive, true, mayNameMaxWeight);
    Optional<Bound> second = fields.bound(exclusive, false, mayNameMaxWeight);
    return first.or(() -> second);
  }

  private void checkBounds(Optional<Bound> lower, Optional<Bound> upper) {
    if (!fields.has("min") && !fields.has("max") && !fields.has("above") && !fields.has("below")) {
      problems.add(object.origin(), "rule " + name, "has to have at least one of the keys min, max, above and below");
    }
    if (lower.isPresent() && upper.isPresent() && !leavesRoom(lower.get(), upper.get())) {
      fields.refuse(fields.has("min") ? "min" : "above",
          "has to be below the upper bound, or equal to it if both are inclusive (min and max)");
    }
  }

  private static boolean leavesRoom(Bound lower, Bound upper) {
    boolean bothInclusive = lower.inclusive() && upper.inclusive();
    return upper.maxWeight()
        || lower.value() < upper.value()
        || (bothInclusive && lower.value() == upper.value());
  }

  private Optional<PlaceType> at() {
    boolean anywhere = fields.has("at") && "ANY".equals(object.get("at").unwrapped());
    return anywhere ? Optional.empty() : fields.oneOf("at", PlaceType.class, "TRUCK, WAREHOUSE or ANY");
  }

  private List<String> categories(Subject subject) {
    if (subject == Subject.GOODS) {
      return fields.identifiers("for").orElse(List.of());
    }
    if (fields.has("for")) {
      fields.refuse("for", "is only allowed where the subject is GOODS");
    }
    return List.of();
  }
}
