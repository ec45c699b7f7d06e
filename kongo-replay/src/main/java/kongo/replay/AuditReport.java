package kongo.replay;

/**
 * What the audit of all journals found.
 *
 * @param twoPlaces Goods that were in two places at a time
 */
public record AuditReport(long journals, long rows, JournalFaults faults, Findings twoPlaces) {

  public boolean isClean() {
    return faults.isNone() && twoPlaces.isNone();
  }
}
