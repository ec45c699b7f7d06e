package kongo.drill;

import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;

/** Results in words. */
public final class DrillText {

  private DrillText() {}

  public static String of(DrillResult result) {
    if (!result.skipped().isEmpty()) {
      return "%s (%s)%n  SKIPPED: %s".formatted(result.scenario(), result.what(), result.skipped());
    }
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.add("%s (%s), seed %d, %.0f s".formatted(result.scenario(), result.what(), result.seed(), result.seconds()));
    result.faults().forEach(fault -> text.add("  " + line(fault)));
    text.add("  %,d records, %,d violations expected in all: lost %d, invented %d, wrong %d; %,d publications repeated, %,d dead letters".formatted(
        result.records(), result.expected(), result.lost(), result.invented(), result.wrong(), result.repeated(), result.deadLetters()));
    if (result.audited() > 0) {
      text.add("  ledger of all records, and audit of %,d journal rows: %s".formatted(result.audited(), result.clean() ? "no fault" : "see below"));
    }
    result.figures().forEach(figure -> text.add("  " + figure));
    result.findings().forEach(finding -> text.add("  ! " + finding));
    text.add("  " + (result.clean() ? "clean" : "NOT CLEAN"));
    return text.toString();
  }

  /** Of the fault, at what UTC time, and the longest gap between a record and its decision. */
  private static String line(FaultResult fault) {
    StringJoiner gaps = new StringJoiner(", ");
    gaps.add("hit " + gap(fault.hitMillis(), fault.goal().hit()));
    if (fault.survivorsMillis() > 0) {
      gaps.add("other sensors " + gap(fault.survivorsMillis(), fault.goal().survivors()));
    }
    if (fault.othersMillis() > 0) {
      gaps.add("other streams " + gap(fault.othersMillis(), Duration.ZERO));
    }
    return "%s  %-44s longest wait: %s".formatted(fault.at().substring(11, 19), fault.what(), gaps);
  }

  private static String gap(long millis, Duration goal) {
    String seconds = String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    return goal.isZero() ? seconds : "%s (goal %d s%s)".formatted(seconds, goal.toSeconds(), millis <= goal.toMillis() ? "" : ", MISSED");
  }
}
