package kongo.simulator;

import kongo.protocol.Feed;

/** What a run has sent and the broker has acknowledged. */
public record Delivered(long registry, long sensors, long rfid, long duplicates, long garbage) {

  public static final Delivered NOTHING = new Delivered(0, 0, 0, 0, 0);

  public long total() {
    return registry + sensors + rfid;
  }

  @Override
  public String toString() {
    return "%,d records: registry %,d, sensors %,d, rfid %,d; of these %,d duplicates and %,d malformed"
        .formatted(total(), registry, sensors, rfid, duplicates, garbage);
  }

  /** Counts while records are sent. */
  static final class Counter {

    private final long[] byFeed = new long[Feed.values().length];
    private final long[] byOrigin = new long[Origin.values().length];

    void add(SimulatedRecord sent) {
      byFeed[sent.feed().ordinal()]++;
      byOrigin[sent.origin().ordinal()]++;
    }

    Delivered total() {
      return new Delivered(
          byFeed[Feed.REGISTRY.ordinal()],
          byFeed[Feed.SENSORS.ordinal()],
          byFeed[Feed.RFID.ordinal()],
          byOrigin[Origin.DUPLICATE.ordinal()],
          byOrigin[Origin.GARBAGE.ordinal()]);
    }
  }
}
