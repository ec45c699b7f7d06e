package kongo.replay;

/**
 * How much is kept of entities, in rows and in bytes as they were written (compressed by the engine, not by Cassandra).
 *
 * @param largest the largest row, in bytes
 * @param longest the entity with the most rows
 */
public record Volume(long rows, long bytes, Most largest, Most longest) {

  public static final Volume NONE = new Volume(0, 0, Most.NOTHING, Most.NOTHING);

  Volume plus(Volume other) {
    return new Volume(rows + other.rows, bytes + other.bytes, largest.or(other.largest), longest.or(other.longest));
  }

  /** Counts the rows of one entity; used by one thread. */
  static final class Counter {

    private final String entity;
    private long rows;
    private long bytes;
    private Most largest = Most.NOTHING;

    Counter(String entity) {
      this.entity = entity;
    }

    void row(long sequenceNr, String manifest, int size) {
      rows++;
      bytes += size;
      largest = size > largest.amount() ? new Most("%s %d (%s)".formatted(entity, sequenceNr, manifest), size) : largest;
    }

    Volume total() {
      return rows == 0 ? NONE : new Volume(rows, bytes, largest, new Most(entity, rows));
    }
  }
}
