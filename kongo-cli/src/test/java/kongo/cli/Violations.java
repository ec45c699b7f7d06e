package kongo.cli;

import java.util.List;
import java.util.OptionalDouble;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Status;
import kongo.violation.Violation;

/** Violations as tests need them. */
final class Violations {

  static final long NOON = 1_795_262_400_000L;

  private Violations() {}

  static Violation tooWarm(String id, Status status) {
    var limit = new Limit(OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(8), OptionalDouble.empty());
    Long to = status == Status.OPEN ? null : Long.valueOf(NOON + 180_000);
    return new Violation(id, status, Kind.ENVIRONMENT, "chilled", "goods-17", "truck-12", "temperature", "s1", NOON, NOON, to, 6L, 9.7, limit, List.of());
  }

  static Violation withHazard(List<String> others) {
    var limit = new Limit(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.empty());
    return new Violation("c", Status.OPEN, Kind.COLOCATION, "no-hazard", "goods-1", "truck-2", "aboard.HAZARDOUS", "", NOON, NOON, null, 1L, 1.0, limit, others);
  }

  static Violation overload() {
    var limit = new Limit(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(500), OptionalDouble.empty());
    return new Violation("o", Status.CLOSED, Kind.OVERLOAD, "overload", null, "truck-2", "load.weight", "", null, NOON, NOON + 10_800_000, 1L, 512.5, limit, List.of());
  }

  static Violation misplaced() {
    return new Violation("m", Status.CLOSED, Kind.MISPLACED, "misplaced", "goods-3", "warehouse-1", null, "", null, NOON, NOON, null, null, null, List.of());
  }

  static Violation warming() {
    var limit = new Limit(OptionalDouble.of(-12), OptionalDouble.empty(), OptionalDouble.of(12), OptionalDouble.empty());
    return new Violation("w", Status.OPEN, Kind.ENVIRONMENT, "steady", "goods-17", "truck-12", "rate.temperature", "s1", NOON, NOON, null, 2L, 18.0, limit, List.of());
  }

  static Violation jolted(double worst) {
    var limit = new Limit(OptionalDouble.empty(), OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(5));
    return new Violation("j", Status.OPEN, Kind.ENVIRONMENT, "gentle", "goods-4", "truck-2", "acceleration", "", NOON, NOON, null, 1L, worst, limit, List.of());
  }
}
