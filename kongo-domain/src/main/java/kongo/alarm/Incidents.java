package kongo.alarm;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kongo.rules.RuleHistory;
import kongo.violation.Status;
import kongo.violation.Violation;

/**
 * The incidents of violations whose revisions come in any order and repeatedly (section 13 of docs/semantics.md): a function
 * of the highest revision of each, and of the rule books. One thread at a time may use it.
 */
public final class Incidents {

  private final Merges merges;
  private final Map<String, Long> revisions = new HashMap<>();
  private final Map<String, Violation> standing = new HashMap<>();
  private final Map<Condition, Together> together = new HashMap<>();

  public Incidents(RuleHistory history) {
    merges = new Merges(history);
  }

  /** What is another incident now than before, those that are no more last; nothing if as much or more was known. */
  public List<IncidentChange> take(long revision, Violation violation) {
    Long known = revisions.get(violation.id());
    if (known != null && known >= revision) {
      return List.of();
    }
    revisions.put(violation.id(), revision);
    boolean stands = violation.status() != Status.RETRACTED;
    Optional<Violation> now = stands ? Optional.of(violation) : Optional.empty();
    Optional<Violation> before = Optional.ofNullable(stands ? standing.put(violation.id(), violation) : standing.remove(violation.id()));
    return before.isEmpty() && now.isEmpty() ? List.of() : changes(before, now);
  }

  /** All that are, OPEN or CLOSED, in no order. */
  public List<Incident> all() {
    Stream<Incident> alone = standing.values().stream().filter(Condition::isAlone).map(Incident::alone);
    return Stream.concat(alone, together.values().stream().flatMap(each -> each.all().stream())).toList();
  }

  /** How many violations were heard of, also such as never were. */
  public int violations() {
    return revisions.size();
  }

  /** The violation that the worst value of an incident is of; the first one where none has any. */
  public Violation worst(Incident incident) {
    Violation alone = standing.get(incident.id());
    return alone != null ? alone : together.get(new Condition(incident.location(), incident.rule(), incident.sensor())).worst(incident);
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
    Together those = together.computeIfAbsent(condition, each -> new Together(each, time -> merges.at(each.rule(), time)));
    List<IncidentChange> changes = those.replace(before, now);
    if (those.isEmpty()) {
      together.remove(condition);
    }
    return changes;
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
