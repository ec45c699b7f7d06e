package kongo.replay;

/**
 * What the audit of all journals found.
 *
 * @param volume of all rows that were read
 * @param twoPlaces Goods that were in two places at a time
 * @param closed stays that ended before the horizon of their Location, and were left out of that
 */
public record AuditReport(long journals, Volume volume, JournalFaults faults, Findings twoPlaces, long closed) {

  public long rows() {
    return volume.rows();
  }

  public boolean isClean() {
    return faults.isNone() && twoPlaces.isNone();
  }
}
