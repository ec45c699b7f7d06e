package kongo.replay;

import java.util.StringJoiner;

/** A ledger, and an audit if there is one, in words. */
public final class LedgerText {

  private static final String HEAD = "%-20s %12s %12s %12s %12s %12s";
  private static final String LINE = "%-20s %,12d %,12d %,12d %,12d %,12d";

  private LedgerText() {}

  public static String of(LedgerResult result) {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.add(HEAD.formatted("ledger", "records", "journaled", "dead letters", "duplicates", "residual"));
    result.byTopic().forEach((topic, balance) -> text.add(line(topic, balance)));
    text.add(line("all", result.total()));
    FaultsText.addIfAny(text, "records that nothing became of", result.residual());
    FaultsText.addIfAny(text, "records in more than one journal row", result.twice());
    FaultsText.addIfAny(text, "records both in a journal row and in the dead letters", result.both());
    addIfAny(text, "of the dead letters, records that say otherwise than one that was taken", result.conflicts());
    addIfAny(text, "records from before what is kept, whose rows are deleted", result.total().deleted());
    addIfAny(text, "offsets in the journals beyond the end of their topic", result.total().unknown());
    addIfAny(text, "not at rest: records that were not processed in time", result.unread());
    if (result.audit().isEmpty()) {
      addUnlessEmpty(text, FaultsText.of(result.faults()));
    }
    result.audit().ifPresent(audit -> text.add(of(audit)));
    text.add(result.isClean() ? "balanced" : "NOT BALANCED");
    return text.toString();
  }

  public static String of(AuditReport audit) {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.add("audit     %,d journals, %,d rows: %s".formatted(
        audit.journals(), audit.rows(), audit.isClean() ? "no fault" : "FAULTS"));
    addIfAny(text, "not compared: stays that ended before the books were closed", audit.closed());
    addUnlessEmpty(text, FaultsText.of(audit.faults()));
    FaultsText.addIfAny(text, "Goods in two places at a time", audit.twoPlaces());
    return text.toString();
  }

  private static String line(String name, Balance balance) {
    return LINE.formatted(
        name, balance.records(), balance.journaled(), balance.deadLetters(), balance.duplicates(), balance.residual());
  }

  private static void addIfAny(StringJoiner text, String name, long count) {
    if (count > 0) {
      text.add("%s: %,d".formatted(name, count));
    }
  }

  private static void addUnlessEmpty(StringJoiner text, String lines) {
    if (!lines.isEmpty()) {
      text.add(lines);
    }
  }
}
