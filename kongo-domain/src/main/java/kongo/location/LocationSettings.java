package kongo.location;

/**
 * What an operator may set for Locations.
 *
 * @param retentionMillis how much later than an accepted one a reading may come
 * @param keptMillis how long before its newest reading what ended is kept at least; not below {@code retentionMillis}
 * @param readingsInMemory how many readings a Location keeps in memory (about 24 bytes each) unless it is told another number; at
 *     least 1
 * @param evidencePerAnswer Goods that one answer tells of that their time has come; at least 1
 * @param series so many a Location may have that have had a reading within the retention; at least 1
 * @param wordsApart later words of one Goods that are kept while one before them is missing; beyond, none is taken until
 *     the Goods has said everything again; at least 1
 * @param chunks of its journal that a Location knows apart, to find old readings; at least 2
 * @param runBegins so many beginnings of one series' runs are remembered under a rule by which it counts how long they last;
 *     where there are more, old readings are looked at again; at least 1
 */
public record LocationSettings(
    long retentionMillis, long keptMillis, int readingsInMemory, int evidencePerAnswer, int series, int wordsApart, int chunks,
    int runBegins) {

  public static final int DEFAULT_SERIES = 10_000;

  private static final int EVIDENCE_PER_ANSWER = 100;
  private static final int WORDS_APART = 16;
  private static final int CHUNKS = 256;
  private static final int RUN_BEGINS = 64;

  public LocationSettings {
    if (keptMillis < retentionMillis) {
      throw new IllegalArgumentException("what may still come late (%d ms) has to be kept, not %d ms".formatted(retentionMillis, keptMillis));
    }
  }

  public LocationSettings(
      long retentionMillis, long keptMillis, int readingsInMemory, int evidencePerAnswer, int series, int wordsApart, int chunks) {
    this(retentionMillis, keptMillis, readingsInMemory, evidencePerAnswer, series, wordsApart, chunks, RUN_BEGINS);
  }

  public LocationSettings(long retentionMillis, int readingsInMemory) {
    this(retentionMillis, readingsInMemory, EVIDENCE_PER_ANSWER);
  }

  public LocationSettings(long retentionMillis, int readingsInMemory, int evidencePerAnswer) {
    this(retentionMillis, retentionMillis, readingsInMemory, evidencePerAnswer, DEFAULT_SERIES, WORDS_APART, CHUNKS);
  }

  public LocationSettings withSeries(int most) {
    return new LocationSettings(retentionMillis, keptMillis, readingsInMemory, evidencePerAnswer, most, wordsApart, chunks, runBegins);
  }

  public LocationSettings withRunBegins(int most) {
    return new LocationSettings(retentionMillis, keptMillis, readingsInMemory, evidencePerAnswer, series, wordsApart, chunks, most);
  }
}
