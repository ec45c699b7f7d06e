package kongo.replay;

import java.util.StringJoiner;

/** Faults of journals in words; empty if there are none. */
public final class FaultsText {

  private static final int FIRST_FEW = 5;

  private FaultsText() {}

  public static String of(JournalFaults faults) {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.setEmptyValue("");
    addIfAny(text, "missing rows", faults.gaps());
    addIfAny(text, "numbers written twice", faults.writtenTwice());
    addIfAny(text, "rows of an older writer", faults.olderWriter());
    addIfAny(text, "rows that cannot be read", faults.undecodable());
    return text.toString();
  }

  static void addIfAny(StringJoiner text, String name, Findings findings) {
    if (findings.isNone()) {
      return;
    }
    text.add("%s: %,d".formatted(name, findings.count()));
    findings.first().stream().limit(FIRST_FEW).forEach(line -> text.add("  " + line));
    if (findings.count() > FIRST_FEW) {
      text.add("  and %,d more".formatted(findings.count() - FIRST_FEW));
    }
  }
}
