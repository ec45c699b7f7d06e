package kongo.ingest;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import kongo.stream.HoldLimits;
import kongo.violation.RefusedOffsets;

/**
 * What a node may have under way for one topic, divided among the partitions of it that are here now: they change while
 * it runs, and a node is not to do more for a topic that has more of them. Can be asked by any thread.
 */
final class Shares {

  private final IngestSettings settings;
  private final IntSupplier partitions;
  private volatile Share now;

  /**
   * That of one partition. At least one of everything, or it would stand still.
   *
   * @param partitions that are here
   * @param asks so many entities are asked at once
   * @param asksInHand so many asks and words wait or are under way
   */
  private record Share(
      int partitions, HoldLimits hold, int asks, int asksInHand, int uncommittedRecords, long uncommittedBytes) {

    static Share of(IngestSettings settings, int partitions) {
      HoldLimits hold = settings.hold();
      int remembered = RefusedOffsets.MOST - settings.batchRecords();
      return new Share(
          partitions,
          new HoldLimits(
              hold.millis(), hold.longestMillis(), part(hold.rowsPerSecond(), partitions), hold.readings(),
              Math.min(remembered, part(hold.window(), partitions))),
          part(settings.asksAtOnce(), partitions),
          part(settings.asks().inHand(), partitions),
          Math.min(remembered, part(settings.uncommittedRecords(), partitions)),
          Math.max(1, settings.uncommittedBytes() / partitions));
    }

    private static int part(int whole, int partitions) {
      return Math.max(1, whole / partitions);
    }
  }

  /** @param partitions how many of the topic are here */
  Shares(IngestSettings settings, IntSupplier partitions) {
    this.settings = settings;
    this.partitions = partitions;
    this.now = Share.of(settings, 1);
  }

  /** How long and how many readings of a partition may wait. */
  Supplier<HoldLimits> hold() {
    return () -> now().hold;
  }

  int asks() {
    return now().asks;
  }

  int asksInHand() {
    return now().asksInHand;
  }

  int uncommittedRecords() {
    return now().uncommittedRecords;
  }

  long uncommittedBytes() {
    return now().uncommittedBytes;
  }

  private Share now() {
    Share share = now;
    int count = Math.max(1, partitions.getAsInt());
    if (share.partitions != count) {
      share = Share.of(settings, count);
      now = share;
    }
    return share;
  }
}
