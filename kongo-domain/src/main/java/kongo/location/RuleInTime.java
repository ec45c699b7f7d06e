package kongo.location;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;
import kongo.rules.Condition;
import kongo.rules.Damping;
import kongo.rules.Rule;
import kongo.rules.Subject;

/** All that the books of a cluster say of one rule: of each moment, how it judges then, or that there is none. */
final class RuleInTime {

  /** There never is one. */
  static final RuleInTime NONE = new RuleInTime("", Timeline.none(), rule -> {
    throw new IllegalStateException("there is no rule");
  });

  private final String name;
  private final Timeline<Rule> said;
  private final List<Part> parts = new ArrayList<>();
  /** Where it changes, ascending. */
  private final long[] changes;
  private final boolean namesMaxWeight;
  private final long longestHold;

  /**
   * From a time on, up to the next part.
   *
   * @param rule empty: there is none of this name
   * @param check of the rule if there is one
   * @param severities of the rule if there is one
   */
  record Part(long from, Optional<Rule> rule, Optional<Check> check, Optional<Severities> severities) {

    private boolean isFor(List<String> categories) {
      if (rule.isPresent()) {
        for (String category : rule.get().categories()) {
          if (categories.contains(category)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isJudgedBy(Check other) {
      return check.isPresent() && check.get() == other;
    }
  }

  /** What of a rule judges, but for whom and where. */
  private record Definition(Condition condition, Damping damping, long graceMillis, Subject subject) {

    static Definition of(Rule rule) {
      return new Definition(rule.condition(), rule.damping(), rule.graceMillis(), rule.subject());
    }
  }

  /** @param checks makes the check of a definition, of which this is the first rule */
  RuleInTime(String name, Timeline<Rule> said, Function<Rule, Check> checks) {
    this.name = name;
    this.said = said;
    Map<Definition, Check> known = new LinkedHashMap<>();
    for (Timeline.Part<Rule> part : said.parts()) {
      Optional<Check> check = part.value().map(rule -> known.computeIfAbsent(Definition.of(rule), first -> checks.apply(rule)));
      parts.add(new Part(part.from(), part.value(), check, part.value().map(rule -> new Severities(rule.ranking()))));
    }
    changes = parts.stream().mapToLong(Part::from).filter(from -> from != Timeline.EVER).toArray();
    known.values().forEach(check -> check.isPartOf(this));
    longestHold = known.values().stream().mapToLong(Check::hold).max().orElse(0);
    namesMaxWeight = rules().anyMatch(rule -> rule.condition().namesMaxWeight());
  }

  String name() {
    return name;
  }

  /** The first moment at which the other one says otherwise. */
  OptionalLong firstDifference(RuleInTime other) {
    return said.firstDifference(other.said);
  }

  /** By time; the first since ever. */
  List<Part> parts() {
    return parts;
  }

  boolean isAlwaysTheSame() {
    return changes.length == 0;
  }

  /** Where it changes, ascending; not to be changed. */
  long[] changes() {
    return changes;
  }

  Part at(long time) {
    int i = parts.size() - 1;
    while (parts.get(i).from() > time) {
      i--;
    }
    return parts.get(i);
  }

  /** Each once. */
  Set<Check> checks() {
    Set<Check> all = new LinkedHashSet<>();
    parts.forEach(part -> part.check().ifPresent(all::add));
    return all;
  }

  Stream<Severities> severitiesOf(Check check) {
    return parts.stream().filter(part -> part.isJudgedBy(check)).map(part -> part.severities().get());
  }

  /** The first time after this one at which it changes, {@link Long#MAX_VALUE} if there is none. */
  long nextChange(long after) {
    for (long change : changes) {
      if (change > after) {
        return change;
      }
    }
    return Long.MAX_VALUE;
  }

  /** Whether it changes after one time and up to another. */
  boolean changesWithin(long after, long upTo) {
    long next = nextChange(after);
    return next <= upTo && next != Long.MAX_VALUE;
  }

  /** Whether it goes at any time by what the registry says of the place. */
  boolean dependsOnPlace() {
    return rules().anyMatch(rule -> rule.at().isPresent() || rule.condition().namesMaxWeight());
  }

  /** Whether two of its definitions may come to the same, one by a maxWeight: what the first began the other goes on with, and cuts nothing. */
  boolean mayBeTheSameByOtherNames() {
    return namesMaxWeight && !isAlwaysTheSame();
  }

  /** How long a value may concern what comes after it by any of its definitions: what goes on by one is carried into the next. */
  long longestHold() {
    return longestHold;
  }

  boolean namesMaxWeight() {
    return namesMaxWeight;
  }

  private Stream<Rule> rules() {
    return said.parts().stream().flatMap(part -> part.value().stream());
  }

  /** Whether it is a check by which it judges at a time. */
  boolean judgesBy(Check check, long time) {
    return at(time).isJudgedBy(check);
  }

  /** Whether a check judges at any time for Goods that carry one of these categories. */
  boolean isFor(Check check, List<String> categories) {
    for (Part part : parts) {
      if (part.isJudgedBy(check) && part.isFor(categories)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a check is never for places of this kind. */
  boolean excludes(Check check, Optional<PlaceType> place) {
    for (Part part : parts) {
      if (part.isJudgedBy(check) && !part.rule().get().excludes(place)) {
        return false;
      }
    }
    return true;
  }
}
