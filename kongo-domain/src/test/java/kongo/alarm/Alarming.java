package kongo.alarm;

import java.util.List;
import java.util.OptionalDouble;
import kongo.rules.RuleBooks;
import kongo.rules.RuleHistory;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import kongo.violation.ViolationId;

/** Violations of a rule {@code cold} in {@code truck-1}, in minutes. */
final class Alarming {

  static final long MINUTE = 60_000;

  private static final OptionalDouble NONE = OptionalDouble.empty();

  private Alarming() {}

  static RuleHistory merging(int minutes) {
    String merge = minutes == 0 ? "" : ", merge = " + minutes + "m";
    return RuleHistory.of(RuleBooks.parse("rules { cold { metric = temperature, max = 8, for = [T2]" + merge + " } }", "test"));
  }

  /** @param to negative while it is OPEN */
  static Violation warm(String goods, int from, int to, double worst, Severity severity) {
    Limit limit = Limit.ofBounds(NONE, NONE, OptionalDouble.of(8), NONE);
    return new Violation(
        ViolationId.of(goods, "cold", "truck-1", "s1", from * MINUTE), to < 0 ? Status.OPEN : Status.CLOSED, Kind.ENVIRONMENT, severity,
        "cold", goods, "truck-1", "temperature", "s1", 0L, from * MINUTE, to < 0 ? null : Long.valueOf(to * MINUTE), 1L, worst, limit, List.of());
  }

  static Violation warm(String goods, int from, int to) {
    return warm(goods, from, to, 9, Severity.MAJOR);
  }
}
