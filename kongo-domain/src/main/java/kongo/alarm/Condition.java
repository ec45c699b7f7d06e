package kongo.alarm;

import kongo.violation.Violation;

/** What violations have in common that may be one incident. */
record Condition(String location, String rule, String sensor) {

  static Condition of(Violation violation) {
    return new Condition(violation.location(), violation.rule(), violation.sensor());
  }

  /** Whether violations of a kind are never one incident with others. */
  static boolean isAlone(Violation violation) {
    return switch (violation.kind()) {
      case EXPIRED, MISPLACED, MISROUTED, OVERSTAY -> true;
      case ENVIRONMENT, COLOCATION, OVERLOAD, SILENCE -> false;
    };
  }
}
