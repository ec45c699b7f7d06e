package kongo.cli;

import java.util.List;
import java.util.OptionalDouble;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;

/** Violations as tests need them. */
final class Violations {

  static final long NOON = 1_795_262_400_000L;

  private Violations() {}

  static Violation tooWarm(String id, Status status) {
    var limit = Limit.ofBounds(OptionalDouble.of(2), OptionalDouble.empty(), OptionalDouble.of(8), OptionalDouble.empty());
    Long to = status == Status.OPEN ? null : Long.valueOf(NOON + 180_000);
    return new Violation(id, status, Kind.ENVIRONMENT, Severity.MAJOR, "chilled", "goods-17", "truck-12", "temperature", "s1", NOON, NOON, to, 6L, 9.7, limit, List.of());
  }

  static Violation withHazard(List<String> others) {
    var limit = Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.empty());
    return new Violation("c", Status.OPEN, Kind.COLOCATION, Severity.MAJOR, "no-hazard", "goods-1", "truck-2", "aboard.HAZARDOUS", "", NOON, NOON, null, 1L, 1.0, limit, others);
  }

  static Violation overload() {
    var limit = Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(500), OptionalDouble.empty());
    return new Violation("o", Status.CLOSED, Kind.OVERLOAD, Severity.MAJOR, "overload", null, "truck-2", "load.weight", "", null, NOON, NOON + 10_800_000, 1L, 512.5, limit, List.of());
  }

  static Violation misplaced() {
    return new Violation("m", Status.CLOSED, Kind.MISPLACED, Severity.WARNING, "misplaced", "goods-3", "warehouse-1", null, "", null, NOON, NOON, null, null, null, List.of());
  }

  static Violation misrouted() {
    return new Violation("r", Status.OPEN, Kind.MISROUTED, Severity.MAJOR, "misrouted", "goods-3", "warehouse-9", null, "", NOON, NOON, null, null, null, null, List.of());
  }

  static Violation warming() {
    var limit = Limit.ofBounds(OptionalDouble.of(-12), OptionalDouble.empty(), OptionalDouble.of(12), OptionalDouble.empty());
    return new Violation("w", Status.OPEN, Kind.ENVIRONMENT, Severity.MAJOR, "steady", "goods-17", "truck-12", "rate.temperature", "s1", NOON, NOON, null, 2L, 18.0, limit, List.of());
  }

  /** @param to {@code null} while it goes on */
  static Violation silent(String goods, String location, Long to) {
    return new Violation("s", status(to), Kind.SILENCE, Severity.MINOR, "heard", goods, location, "temperature", "", goods == null ? null : NOON, NOON, to, null, null, Limit.ofSilence(900_000), List.of());
  }

  static Violation overstayed(Long to) {
    return new Violation("l", status(to), Kind.OVERSTAY, Severity.MINOR, "shelf", "goods-3", "warehouse-9", null, "", NOON, NOON, to, null, null, Limit.ofStay(30L * 24 * 3_600_000), List.of());
  }

  static Violation expired(Long to) {
    return new Violation("e", status(to), Kind.EXPIRED, Severity.CRITICAL, "expired", "goods-3", "warehouse-9", null, "", NOON, NOON, to, null, null, null, List.of());
  }

  static Violation atItself(double worst, double max) {
    var limit = Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(max), OptionalDouble.empty());
    return new Violation("i", Status.OPEN, Kind.ENVIRONMENT, Severity.MAJOR, "logger", "box-1", "box-1", "temperature", "s1", NOON, NOON, null, 1L, worst, limit, List.of());
  }

  /** @param goods {@code null} for one of the Location */
  static Violation aboard(String goods, double worst, OptionalDouble min, OptionalDouble max, List<String> others) {
    var limit = Limit.ofBounds(min, OptionalDouble.empty(), max, OptionalDouble.empty());
    return new Violation("c", Status.OPEN, Kind.COLOCATION, Severity.MAJOR, "r", goods, "truck-2", "aboard.COOLER", "", goods == null ? null : NOON, NOON, null, 1L, worst, limit, others);
  }

  static Violation crowded(String goods) {
    var limit = Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(3), OptionalDouble.empty());
    return new Violation("n", Status.OPEN, Kind.OVERLOAD, Severity.MAJOR, "full", goods, "truck-2", "load.count", "", goods == null ? null : NOON, NOON, null, 1L, 5.0, limit, List.of());
  }

  private static Status status(Long to) {
    return to == null ? Status.OPEN : Status.CLOSED;
  }

  static Violation jolted(double worst) {
    var limit = Limit.ofBounds(OptionalDouble.empty(), OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(5));
    return new Violation("j", Status.OPEN, Kind.ENVIRONMENT, Severity.MAJOR, "gentle", "goods-4", "truck-2", "acceleration", "", NOON, NOON, null, 1L, worst, limit, List.of());
  }
}
