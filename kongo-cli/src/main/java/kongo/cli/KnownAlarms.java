package kongo.cli;

import java.util.Comparator;
import java.util.List;
import kongo.alarm.Incident;
import kongo.alarm.Incidents;
import kongo.local.LocalFailure;
import kongo.protocol.PublishedViolation;
import kongo.protocol.ViolationJson;
import kongo.rules.RuleHistory;
import kongo.violation.Status;
import kongo.violation.Violation;

/** The incidents of the violations that were read, as an operator looks at them. */
final class KnownAlarms {

  /** OPEN ones first, of these the most severe, of these the first. */
  private static final Comparator<Incident> BY_URGENCY =
      Comparator.comparing(Incident::status)
          .thenComparing(Incident::severity, Comparator.reverseOrder())
          .thenComparingLong(Incident::from)
          .thenComparing(Incident::id);

  private final Incidents incidents;
  private final int most;
  private long newest = Long.MIN_VALUE;
  private long malformed;

  /** @param most so many violations are kept */
  KnownAlarms(RuleHistory history, int most) {
    this.incidents = new Incidents(history);
    this.most = most;
  }

  /** The value of a record of the violations topic. */
  void take(byte[] value) {
    try {
      take(ViolationJson.decode(value));
    } catch (IllegalArgumentException noViolation) {
      malformed++;
    }
  }

  private void take(PublishedViolation published) {
    Violation violation = published.violation();
    newest = Math.max(newest, violation.to() == null ? violation.from() : violation.to());
    incidents.take(published.revision(), violation);
    if (incidents.violations() > most) {
      throw new LocalFailure(
          ("There are more than %,d violations: let more be kept (--most), with a heap for them (about 1 GB for a million), "
              + "such as JAVA_TOOL_OPTIONS=-Xmx4g.").formatted(most));
    }
  }

  /** OPEN ones first, then by severity, then by beginning. */
  List<Incident> byUrgency() {
    return incidents.all().stream().sorted(BY_URGENCY).toList();
  }

  static boolean isOpen(Incident incident) {
    return incident.status() == Status.OPEN;
  }

  /** The violation that says best what is wrong. */
  Violation worst(Incident incident) {
    return incidents.worst(incident);
  }

  /** Event time has come so far at least, somewhere. */
  long newest() {
    return newest;
  }

  /** Violations that were ever told of. */
  int violations() {
    return incidents.violations();
  }

  /** Records that are no violations. */
  long malformed() {
    return malformed;
  }
}
