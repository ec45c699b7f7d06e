package kongo.location;

/**
 * What an operator may set for Locations.
 *
 * @param retentionMillis how much later than an accepted one a reading may come
 * @param readingsInMemory how many readings a Location keeps in memory (about 24 bytes each) unless it is told another number; at
 *     least 1
 * @param evidencePerAnswer Goods that one answer tells of that their time has come; at least 1
 */
public record LocationSettings(long retentionMillis, int readingsInMemory, int evidencePerAnswer) {

  private static final int EVIDENCE_PER_ANSWER = 100;

  public LocationSettings(long retentionMillis, int readingsInMemory) {
    this(retentionMillis, readingsInMemory, EVIDENCE_PER_ANSWER);
  }
}
