package kongo.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kongo.rules.Escalation;
import kongo.rules.Ranking;
import kongo.violation.Severity;

/** How bad it is to break a rule. */
final class Severities {

  /** Of what is not about values. */
  static final double NOT_OUT = Double.NEGATIVE_INFINITY;

  private Severities() {}

  /**
   * The highest that it has come to.
   *
   * @param lasted milliseconds
   * @param farOut how far outside the bounds it has been
   */
  static Severity of(Ranking ranking, long lasted, double farOut) {
    List<Severity> reached = new ArrayList<>(List.of(ranking.severity()));
    for (Escalation escalation : ranking.escalations()) {
      boolean isLongEnough = escalation.afterMillis().isPresent() && lasted >= escalation.afterMillis().getAsLong();
      boolean isFarEnough = escalation.beyond().isPresent() && farOut >= escalation.beyond().getAsDouble();
      if (isLongEnough || isFarEnough) {
        reached.add(escalation.severity());
      }
    }
    return Collections.max(reached);
  }
}
