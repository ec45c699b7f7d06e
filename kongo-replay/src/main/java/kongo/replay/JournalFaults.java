package kongo.replay;

/**
 * What must never be in a journal, and was found in one.
 *
 * @param gaps sequence numbers that are missing
 * @param writtenTwice sequence numbers with more than one row
 * @param olderWriter rows by an incarnation that another one had already followed, at numbers of their own; no
 *     recovery takes them and the ledger does not count them, so they are told but are no fault
 * @param undecodable rows whose event cannot be read
 */
public record JournalFaults(Findings gaps, Findings writtenTwice, Findings olderWriter, Findings undecodable) {

  static JournalFaults none() {
    return new JournalFaults(new Findings(), new Findings(), new Findings(), new Findings());
  }

  public boolean isNone() {
    return gaps.isNone() && writtenTwice.isNone() && undecodable.isNone();
  }
}
