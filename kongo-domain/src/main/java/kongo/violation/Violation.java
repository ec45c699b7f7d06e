package kongo.violation;

import java.util.List;
import java.util.Objects;

/**
 * What is reported: an excursion, an expiry, a misplacement, a wrong way, a silence or an overstay (section 8 of docs/semantics.md). Everything of the
 * record but its revision.
 *
 * @param goods id, {@code null} for rules about the Location itself
 * @param location id, {@code "-"} for a misplacement from outside that names no warehouse
 * @param metric {@code null} for EXPIRED, MISPLACED, MISROUTED and OVERSTAY
 * @param sensor {@code ""} where there is none
 * @param stay start of the stay, {@code null} for LOCATION rules and MISPLACED
 * @param to {@code null} while OPEN
 * @param count values in the run, {@code null} for what is not about values: all kinds but ENVIRONMENT, COLOCATION, OVERLOAD
 * @param worst the value farthest outside, {@code null} for the same
 * @param limit {@code null} for EXPIRED, MISPLACED and MISROUTED
 * @param others ids of the culprits of a COLOCATION, sorted, at most 10
 */
public record Violation(
    String id,
    Status status,
    Kind kind,
    Severity severity,
    String rule,
    String goods,
    String location,
    String metric,
    String sensor,
    Long stay,
    long from,
    Long to,
    Long count,
    Double worst,
    Limit limit,
    List<String> others) {

  /** The same violation, shown by later evidence never to have been. */
  public Violation retracted() {
    return new Violation(
        id, Status.RETRACTED, kind, severity, rule, goods, location, metric, sensor, stay, from, to, count, worst, limit, others);
  }

  /** Whether a consumer has to be told: one of the fields that section 8 compares differs. */
  public boolean differsFrom(Violation other) {
    return !sameFacts(other) || (status == Status.CLOSED && !sameExtent(other));
  }

  private boolean sameFacts(Violation other) {
    return id.equals(other.id)
        && kind == other.kind
        && severity == other.severity
        && status == other.status
        && Objects.equals(goods, other.goods)
        && location.equals(other.location)
        && Objects.equals(stay, other.stay)
        && from == other.from
        && Objects.equals(to, other.to)
        && Objects.equals(limit, other.limit)
        && others.equals(other.others);
  }

  private boolean sameExtent(Violation other) {
    return Objects.equals(count, other.count) && Objects.equals(worst, other.worst);
  }
}
