package kongo.rules;

import com.typesafe.config.ConfigObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kongo.registry.PlaceType;

/** Reads one rule of a rule book. */
final class RuleReader {

  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("metric", "min", "max", "above", "below", "for", "at", "subject", "hold"));
  private static final Set<String> TAKEN = new TreeSet<>(Set.of("expired", "misplaced"));
  private static final String METRIC =
      "an identifier (1 to 128 characters of A-Z a-z 0-9 . _ : -, not - alone); "
          + Arrays.stream(ReservedMetric.values()).map(ReservedMetric::allowed).collect(Collectors.joining(", "));

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
    Optional<Condition> condition = condition(fields.holdMillis().orElse(defaultHold));
    Optional<PlaceType> at = at();
    Subject subject = fields.oneOf("subject", Subject.class, "GOODS or LOCATION").orElse(Subject.GOODS);
    List<String> categories = categories(subject);
    return problems.size() > before
        ? Optional.empty()
        : condition.map(demand -> new Rule(name, demand, at, subject, categories));
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

  private Optional<Condition> condition(long hold) {
    Bounds bounds = Bounds.read(fields);
    if (!fields.has("metric")) {
      fields.refuse("metric", "is missing, it has to be " + METRIC);
      return Optional.empty();
    }
    Optional<String> metric = fields.text("metric", METRIC);
    Optional<Condition> condition = metric.filter(Fields::isIdentifier).flatMap(known -> condition(known, bounds, hold));
    if (metric.isPresent() && condition.isEmpty()) {
      fields.refuse("metric", "is \"" + metric.get() + "\" but has to be " + METRIC);
    }
    return condition;
  }

  private static Optional<Condition> condition(String metric, Bounds bounds, long hold) {
    Optional<ReservedMetric> reserved = ReservedMetric.of(metric);
    return reserved.isEmpty()
        ? Optional.of(new Measured(metric, bounds, hold))
        : reserved.get().condition(reserved.get().nameIn(metric), bounds, hold);
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
