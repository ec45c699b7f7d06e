package kongo.rules;

import com.typesafe.config.ConfigObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kongo.registry.PlaceType;
import kongo.violation.Kind;

/** Reads one rule of a rule book. */
final class RuleReader {

  private static final String SILENT = "silent";
  private static final String STAY = "stay";
  private static final String GRACE = "grace";
  private static final Set<String> KEYS = new TreeSet<>(Set.of(
      "metric", "min", "max", "above", "below", "for", "at", "subject", "hold", GRACE, DampingReader.DEADBAND, DampingReader.MERGE,
      DampingReader.DELAY, RankingReader.SEVERITY, RankingReader.ESCALATE, RankingReader.LATCH, SILENT, STAY));
  /** What a rule may have beside the key that says of which kind it is. */
  private static final Map<String, Set<String>> KEYS_BESIDE =
      Map.of(
          SILENT, new TreeSet<>(Set.of("metric", "for", "subject", "at", RankingReader.SEVERITY, RankingReader.ESCALATE)),
          STAY, new TreeSet<>(Set.of("for", "at", RankingReader.SEVERITY, RankingReader.ESCALATE, RankingReader.LATCH)));
  private static final Set<String> TAKEN = new TreeSet<>(Set.of("expired", "misplaced", "misrouted"));
  private static final String MEASURED = "an identifier (" + Fields.IDENTIFIERS + ", not - alone) of what is measured";
  private static final String METRIC =
      "an identifier (" + Fields.IDENTIFIERS + ", not - alone); "
          + Arrays.stream(ReservedMetric.values()).map(ReservedMetric::allowed).collect(Collectors.joining(", "));

  private final String name;
  private final ConfigObject object;
  private final Problems problems;
  private final Fields fields;

  RuleReader(String name, ConfigObject object, Problems problems) {
    this.name = name;
    this.object = object;
    this.problems = problems;
    this.fields = Fields.of(object, "rule " + name, problems);
  }

  /** The rule, empty when problems were found. */
  Optional<Rule> read(long defaultHold) {
    int before = problems.size();
    checkName();
    fields.allowOnly(KEYS);
    Optional<Condition> condition = condition(defaultHold);
    Optional<PlaceType> at = at();
    Subject subject = fields.oneOf("subject", Subject.class, "GOODS or LOCATION").orElse(Subject.GOODS);
    List<String> categories = categories(subject);
    if (at.filter(type -> type == PlaceType.GOODS).isPresent()) {
      checkAtGoods(condition, subject);
    }
    Damping damping = condition.map(this::damping).orElse(Damping.NONE);
    long grace = grace(subject);
    Ranking ranking = RankingReader.read(fields, condition.map(Bounded.class::isInstance).orElse(true));
    return problems.size() > before
        ? Optional.empty()
        : condition.map(demand -> new Rule(name, demand, damping, grace, at, subject, categories, ranking));
  }

  private Damping damping(Condition condition) {
    return condition instanceof Bounded bounded ? DampingReader.read(fields, bounded) : Damping.NONE;
  }

  private long grace(Subject subject) {
    if (subject != Subject.GOODS && fields.has(GRACE)) {
      fields.refuse(GRACE, "is only allowed where the subject is GOODS");
    }
    return fields.millis(GRACE).orElse(0);
  }

  /** What is not measured has no value at a Goods itself, and nobody else is there. */
  private void checkAtGoods(Optional<Condition> condition, Subject subject) {
    boolean isMeasured = condition.map(one -> one.kind() == Kind.ENVIRONMENT || one.kind() == Kind.SILENCE).orElse(true);
    if (!isMeasured || subject != Subject.GOODS || condition.filter(Condition::namesMaxWeight).isPresent()) {
      fields.refuse("at", "may be GOODS only where the subject is GOODS and the metric is measured, without maxWeight");
    }
  }

  private void checkName() {
    if (!Fields.isIdentifier(name)) {
      problems.add(object.origin(), "rule " + name,
          "has to be named with " + Fields.IDENTIFIERS + ", not with - alone");
    } else if (TAKEN.contains(name)) {
      problems.add(object.origin(), "rule " + name,
          "has to have another name, " + String.join(", ", TAKEN) + " are taken");
    }
  }


  private Optional<Condition> condition(long defaultHold) {
    if (fields.has(STAY)) {
      checkKeysBeside(STAY);
      return Optional.of(new Overstay(fields.millis(STAY).orElse(1)));
    }
    if (fields.has(SILENT)) {
      checkKeysBeside(SILENT);
      // what is wrong with the time is noted, and no rule is made
      long silent = fields.millis(SILENT).orElse(1);
      return metric(MEASURED, name -> ReservedMetric.isReserved(name) ? Optional.empty() : Optional.of(new Silence(name, silent)));
    }
    long hold = fields.millis("hold").orElse(defaultHold);
    Bounds bounds = Bounds.read(fields);
    return metric(METRIC, name -> condition(name, bounds, hold));
  }

  private void checkKeysBeside(String kind) {
    Set<String> allowed = KEYS_BESIDE.get(kind);
    object.keySet().stream()
        .filter(key -> KEYS.contains(key) && !key.equals(kind) && !allowed.contains(key))
        .sorted()
        .forEach(key -> fields.refuse(key, "is not allowed beside " + kind + ", allowed are " + String.join(", ", allowed)));
  }

  /** The condition on the metric that is named. */
  private Optional<Condition> metric(String allowed, Function<String, Optional<Condition>> named) {
    if (!fields.has("metric")) {
      fields.refuse("metric", "is missing, it has to be " + allowed);
      return Optional.empty();
    }
    int before = problems.size();
    Optional<String> metric = fields.text("metric", allowed);
    Optional<Condition> condition = metric.flatMap(named);
    if (metric.isPresent() && condition.isEmpty() && problems.size() == before) {
      fields.refuse("metric", "is \"" + metric.get() + "\" but has to be " + allowed);
    }
    return condition;
  }

  private static Optional<Condition> condition(String metric, Bounds bounds, long hold) {
    Optional<ReservedMetric> reserved = ReservedMetric.of(metric);
    if (reserved.isPresent()) {
      return reserved.get().condition(reserved.get().nameIn(metric), bounds, hold);
    }
    return Fields.isIdentifier(metric) ? Optional.of(new Measured(metric, bounds, hold)) : Optional.empty();
  }

  private Optional<PlaceType> at() {
    boolean anywhere = fields.has("at") && "ANY".equals(object.get("at").unwrapped());
    return anywhere ? Optional.empty() : fields.oneOf("at", PlaceType.class, "TRUCK, WAREHOUSE, GOODS or ANY");
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
