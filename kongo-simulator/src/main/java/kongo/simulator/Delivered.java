package kongo.simulator;

import kongo.protocol.Feed;

/**
 * What a run has sent and the broker has acknowledged.
 *
 * @param mistakes wrong records and those that take them back
 */
public record Delivered(
    long registry, long sensors, long rfid, long rules, long duplicates, long mistakes, long garbage) {

  public static final Delivered NOTHING = new Delivered(0, 0, 0, 0, 0, 0, 0);

  public long total() {
    return registry + sensors + rfid + rules;
  }

  public Delivered and(Delivered other) {
    return new Delivered(
        registry + other.registry, sensors + other.sensors, rfid + other.rfid, rules + other.rules,
        duplicates + other.duplicates, mistakes + other.mistakes, garbage + other.garbage);
  }

  @Override
  public String toString() {
    return "%,d records: registry %,d, sensors %,d, rfid %,d, rules %,d; of these %,d duplicates, %,d mistakes with what takes them back, and %,d malformed"
        .formatted(total(), registry, sensors, rfid, rules, duplicates, mistakes, garbage);
  }

  /** Counts while records are sent. */
  static final class Counter {

    private final long[] byFeed = new long[Feed.values().length];
    private final long[] byOrigin = new long[Origin.values().length];
    private long books;

    void add(SimulatedRecord sent) {
      byFeed[sent.feed().ordinal()]++;
      byOrigin[sent.origin().ordinal()]++;
    }

    void addBook() {
      books++;
    }

    Delivered total() {
      return new Delivered(
          byFeed[Feed.REGISTRY.ordinal()],
          byFeed[Feed.SENSORS.ordinal()],
          byFeed[Feed.RFID.ordinal()],
          books,
          byOrigin[Origin.DUPLICATE.ordinal()],
          byOrigin[Origin.MISTAKE.ordinal()] + byOrigin[Origin.REMEDY.ordinal()],
          byOrigin[Origin.GARBAGE.ordinal()]);
    }
  }
}
