package kongo.verify;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kongo.violation.Kind;
import kongo.violation.Violation;

/** A verdict in words. */
public final class VerdictText {

  private static final int FIRST_FEW = 5;

  private VerdictText() {}

  public static String of(Verdict verdict) {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.add("records   %,d read, %,d of them duplicates, %,d dead letters".formatted(
        verdict.inputs(), verdict.duplicates(), verdict.deadLetters()));
    text.add("published %,d revisions, %,d of them repeated".formatted(verdict.publications(), verdict.repeated()));
    addDelays(text, "revisions", verdict.delays());
    addDelays(text, "corrections", verdict.corrections());
    text.add("expected  %,d violations  %s".formatted(verdict.expected().size(), kinds(verdict.expected())));
    text.add("observed  %,d violations  %s".formatted(verdict.observed().size(), kinds(verdict.observed())));
    if (verdict.closed() > 0) {
      text.add(
          "not compared: %,d violations that began before the books were closed; compared %,d"
              .formatted(verdict.closed(), Math.max(0, verdict.expected().size() - verdict.closed())));
    }
    addDifference(text, verdict.difference());
    addIfAny(text, "lost stays", verdict.stays().lost());
    addIfAny(text, "invented stays", verdict.stays().invented());
    addIfAny(text, "wrong stays", verdict.stays().wrong());
    addIfAny(text, "contradictory revisions", verdict.contradictions());
    addIfAny(text, "dead letters not as they should be", verdict.deadLetterDifferences());
    if (verdict.unread() > 0) {
      text.add("not at rest: %,d records were not processed in time".formatted(verdict.unread()));
    }
    addIfAny(text, "records given up because their actor failed, and left out of what is expected:", verdict.failed());
    text.add("sha-256   " + ComparedFields.digest(verdict.observed()));
    text.add(last(verdict));
    return text.toString();
  }

  private static String last(Verdict verdict) {
    if (verdict.isEmpty()) {
      return "NOTHING TO VERIFY: there are no input records, so this proves nothing";
    }
    return verdict.isClean() ? "clean" : "NOT CLEAN";
  }

  /** What is lost, invented and wrong: how much, and the first few. */
  public static String of(Difference difference) {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    addDifference(text, difference);
    return text.toString();
  }

  private static void addDifference(StringJoiner text, Difference difference) {
    add(text, "lost", difference.lost().stream().map(ComparedFields::of).toList());
    add(text, "invented", difference.invented().stream().map(ComparedFields::of).toList());
    add(text, "wrong", difference.wrong());
  }

  /** How many of each kind. */
  public static String kinds(Map<String, Violation> violations) {
    Map<Kind, Long> counts =
        violations.values().stream().collect(Collectors.groupingBy(Violation::kind, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", "));
  }

  private static void addDelays(StringJoiner text, String what, Delays delays) {
    if (delays.count() > 0) {
      text.add("  after the record that caused them: %,d %s, p50 %,d ms, p99 %,d ms, max %,d ms".formatted(
          delays.count(), what, delays.percentile(0.5), delays.percentile(0.99), delays.max()));
    }
  }

  private static void addIfAny(StringJoiner text, String name, List<String> lines) {
    if (!lines.isEmpty()) {
      add(text, name, lines);
    }
  }

  private static void add(StringJoiner text, String name, List<String> lines) {
    text.add("%-9s %,d".formatted(name, lines.size()));
    lines.stream().limit(FIRST_FEW).forEach(line -> text.add("  " + line));
    if (lines.size() > FIRST_FEW) {
      text.add("  and %,d more".formatted(lines.size() - FIRST_FEW));
    }
  }
}
