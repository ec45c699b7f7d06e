package kongo.alarm;

import java.util.List;
import java.util.Objects;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;

/**
 * Violations that are one matter for those who have to see to it (section 13 of docs/semantics.md).
 *
 * @param owner id of the Location, or of the Goods where the violation is an incident of its own
 * @param kind of the first of its violations
 * @param sensor {@code ""} where there is none
 * @param from the earliest of its violations
 * @param to the latest, {@code null} while OPEN
 * @param severity the highest
 * @param violations how many there are
 * @param goods how many different ones suffer
 * @param goodsIds of the first of them, sorted, at most {@link #NAMED}
 * @param worst of its violations the value farthest outside its limit, {@code null} where they have none
 */
public record Incident(
    String id,
    String owner,
    Kind kind,
    String rule,
    String location,
    String sensor,
    long from,
    Long to,
    Status status,
    Severity severity,
    int violations,
    int goods,
    List<String> goodsIds,
    Double worst) {

  /** So many Goods are named at most. */
  public static final int NAMED = 10;

  /** Whose matter a violation is: that of a Location, or of a Goods where it is an incident of its own. */
  public static String owner(Violation violation) {
    return Condition.isAlone(violation) ? violation.goods() : violation.location();
  }

  /** The incident that a violation of a Goods is by itself. */
  static Incident alone(Violation violation) {
    return new Incident(
        violation.id(), owner(violation), violation.kind(), violation.rule(), violation.location(), violation.sensor(), violation.from(),
        violation.to(), violation.status(), violation.severity(), 1, 1, List.of(violation.goods()), violation.worst());
  }

  Incident retracted() {
    return new Incident(
        id, owner, kind, rule, location, sensor, from, to, Status.RETRACTED, severity, violations, goods, goodsIds, worst);
  }

  /** Whether somebody has to be told: while it is OPEN, the worst value is no news. */
  boolean differsFrom(Incident other) {
    return !withWorst(null).equals(other.withWorst(null)) || (status == Status.CLOSED && !Objects.equals(worst, other.worst));
  }

  private Incident withWorst(Double value) {
    return new Incident(id, owner, kind, rule, location, sensor, from, to, status, severity, violations, goods, goodsIds, value);
  }
}
