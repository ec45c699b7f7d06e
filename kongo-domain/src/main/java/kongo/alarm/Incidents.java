package kongo.alarm;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import kongo.rules.RuleHistory;
import kongo.violation.Violation;

/**
 * The incidents of violations whose revisions come in any order and repeatedly (section 13 of docs/semantics.md): a function
 * of the highest revision of each, and of the rule books. One thread at a time may use it.
 */
public final class Incidents {

  private Merges merges;
  private final Map<String, Heard> heard = new HashMap<>();
  private final Map<Condition, Together> together = new HashMap<>();

  public Incidents(RuleHistory history) {
    merges = new Merges(history);
  }

  /** What is another incident now than before, those that are no more last; nothing if as much or more was known. */
  public List<IncidentChange> take(long revision, Violation violation) {
    Heard known = heard.get(violation.id());
    if (known != null && known.revision() >= revision) {
      return List.of();
    }
    Heard next = new Heard(revision, violation);
    heard.put(violation.id(), next);
    Optional<Violation> before = Optional.ofNullable(known).flatMap(Heard::standing);
    Optional<Violation> now = next.standing();
    return before.isEmpty() && now.isEmpty() ? List.of() : changes(before, now);
  }

  /** The highest revision of a violation that was heard of, if any was. */
  public OptionalLong revision(String violation) {
    Heard known = heard.get(violation);
    return known == null ? OptionalLong.empty() : OptionalLong.of(known.revision());
  }

  /** From now on they are by these books: what is another incident now than before, those that are no more last. */
  public List<IncidentChange> judgeBy(RuleHistory history) {
    merges = new Merges(history);
    return together.entrySet().stream()
        .flatMap(each -> each.getValue().mergedBy(merge(each.getKey())).stream())
        .sorted(Comparator.comparing(IncidentChange::isGone))
        .toList();
  }

  /** Those incidents that end before a time are as if they had never been, and nobody is told. */
  public void forget(long before) {
    together.values().forEach(each -> each.forget(before).forEach(gone -> heard.remove(gone.id())));
    together.values().removeIf(Together::isEmpty);
    heard.values().removeIf(one -> one.isInNoCrowd() && one.end() < before);
  }

  /** Of each violation the highest revision, also of those that never were; in no order. */
  public Collection<Heard> heard() {
    return heard.values();
  }

  /** All that are, OPEN or CLOSED, in no order. */
  public List<Incident> all() {
    Stream<Incident> alone = heard.values().stream().flatMap(each -> each.standing().stream()).filter(Condition::isAlone).map(Incident::alone);
    return Stream.concat(alone, together.values().stream().flatMap(each -> each.all().stream())).toList();
  }

  /** How many violations were heard of, also such as never were. */
  public int violations() {
    return heard.size();
  }

  /** The violation that the worst value of an incident is of; the first one where none has any. */
  public Violation worst(Incident incident) {
    Optional<Violation> alone = Optional.ofNullable(heard.get(incident.id())).flatMap(Heard::standing);
    return alone.orElseGet(() -> together.get(new Condition(incident.location(), incident.rule(), incident.sensor())).worst(incident));
  }

  private List<IncidentChange> changes(Optional<Violation> before, Optional<Violation> now) {
    Violation any = now.or(() -> before).orElseThrow();
    boolean isMoved = before.isPresent() && now.isPresent() && !home(before.get()).equals(home(now.get()));
    if (isMoved) {
      return moved(before, now);
    }
    return home(any).map(condition -> joined(condition, before, now)).orElseGet(() -> alone(before, now));
  }

  /** Empty for one that is alone. */
  private static Optional<Condition> home(Violation violation) {
    return Condition.isAlone(violation) ? Optional.empty() : Optional.of(Condition.of(violation));
  }

  /** By another book a rule may be of another kind, and what it finds then may have the id of what it found before. */
  private List<IncidentChange> moved(Optional<Violation> before, Optional<Violation> now) {
    List<IncidentChange> left = changes(before, Optional.empty());
    List<IncidentChange> joined = changes(Optional.empty(), now);
    List<String> heirs = joined.stream().filter(change -> !change.isGone()).map(change -> change.incident().id()).toList();
    return Stream.concat(joined.stream(), left.stream().map(change -> change.isGone() ? change.andInto(heirs) : change))
        .sorted(Comparator.comparing(IncidentChange::isGone))
        .toList();
  }

  private List<IncidentChange> joined(Condition condition, Optional<Violation> before, Optional<Violation> now) {
    Together those = together.computeIfAbsent(condition, each -> new Together(each, merge(each)));
    List<IncidentChange> changes = those.replace(before, now);
    if (those.isEmpty()) {
      together.remove(condition);
    }
    return changes;
  }

  private LongUnaryOperator merge(Condition condition) {
    Merges now = merges;
    return time -> now.at(condition.rule(), time);
  }

  private static List<IncidentChange> alone(Optional<Violation> before, Optional<Violation> now) {
    if (now.isEmpty()) {
      return List.of(IncidentChange.gone(Incident.alone(before.orElseThrow()), List.of()));
    }
    Incident incident = Incident.alone(now.get());
    boolean isNews = before.map(Incident::alone).map(incident::differsFrom).orElse(true);
    return isNews ? List.of(IncidentChange.told(incident)) : List.of();
  }
}
