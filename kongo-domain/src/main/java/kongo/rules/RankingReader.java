package kongo.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import kongo.violation.Severity;

/** Reads how bad it is to break a rule. */
final class RankingReader {

  static final String SEVERITY = "severity";
  static final String ESCALATE = "escalate";
  static final String LATCH = "latch";
  private static final String SEVERITIES = "WARNING, MINOR, MAJOR or CRITICAL";
  private static final String ENTRIES =
      "a list of { severity = ..., after = duration } and { severity = ..., beyond = number }";
  private static final Set<String> KEYS = new TreeSet<>(Set.of(SEVERITY, "after", "beyond"));

  private RankingReader() {}

  /** @param mayBeBeyond whether it is about values, so that one can be far outside */
  static Ranking read(Fields fields, boolean mayBeBeyond) {
    List<Escalation> escalations =
        fields.each(ESCALATE, ENTRIES).stream().flatMap(entry -> escalation(entry, mayBeBeyond).stream()).toList();
    return new Ranking(severity(fields, Severity.MAJOR), escalations, fields.onOrOff(LATCH));
  }

  static Severity severity(Fields fields, Severity otherwise) {
    return fields.oneOf(SEVERITY, Severity.class, SEVERITIES).orElse(otherwise);
  }

  private static Optional<Escalation> escalation(Fields entry, boolean mayBeBeyond) {
    int before = entry.problems();
    entry.allowOnly(KEYS);
    if (!entry.has(SEVERITY)) {
      entry.refuse(SEVERITY, "is missing, it has to be " + SEVERITIES);
    }
    if (entry.has("after") == entry.has("beyond")) {
      entry.refuse("has to have exactly one of the keys after and beyond");
    } else if (entry.has("beyond") && !mayBeBeyond) {
      entry.refuse("beyond", "is not allowed here, the rule has no values that could be outside: use after");
    }
    Severity severity = severity(entry, Severity.MAJOR);
    OptionalLong after = entry.millis("after");
    OptionalDouble beyond = entry.number("beyond", 0, true, "a finite number, 0 or more");
    return entry.problems() > before ? Optional.empty() : Optional.of(new Escalation(severity, after, beyond));
  }
}
