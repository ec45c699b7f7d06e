package kongo.actors;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import kongo.goods.Expiry;
import kongo.goods.GoodsAt;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.location.ReadingBatch;
import kongo.location.SeriesKey;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.violation.Cause;
import kongo.violation.Correction;
import kongo.violation.Source;

/** Small commands and settings for the entities' tests. */
final class Samples {

  private static final BacklogLimits BACKLOG = new BacklogLimits(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(1));
  static final Source SENSORS = new Source("kongo.sensors", 3);
  static final Source RFID = new Source("kongo.rfid", 1);
  static final Cause CAUSE = new Cause("kongo.rfid", 1, 7, 1_000);
  static final SeriesKey TEMPERATURE = new SeriesKey("temperature", "s1");

  private Samples() {}

  static EntitySettings settings(int readingsInMemory, Duration workingAfter) {
    return settings(readingsInMemory, 1_000_000, workingAfter);
  }

  static EntitySettings settings(int readingsInMemory, int readingsInMemoryPerNode, Duration workingAfter) {
    Partitioning one = new Partitioning(1, id -> 0);
    return new EntitySettings(
        RuleBooks.original(), Duration.ofDays(30), readingsInMemory, readingsInMemoryPerNode, 10_000, 262_144, one, one, 1_000, 1_000_000,
        1_000, Duration.ofMinutes(2), Duration.ofHours(2), 2, workingAfter, 960 << 10, BACKLOG, "unused");
  }

  /** Of which nobody says anything. */
  static Backlogs backlogs() {
    return new Backlogs(new Partitioning(1, id -> 0), BACKLOG, Clock.systemUTC());
  }

  static EntitySettings snapshottingAlways(EntitySettings other) {
    return new EntitySettings(
        other.book(), other.retention(), other.readingsInMemory(), other.readingsInMemoryPerNode(), other.series(), other.profileBytes(), other.sensors(), other.rfid(),
        1_000, 1,
        other.goodsInMemory(), other.goodsIdle(), other.locationIdle(), other.waitingCommands(), other.workingAfter(), other.longestAnswer(), other.backlog(), other.readJournal());
  }

  static EntitySettings answering(EntitySettings other, int longestAnswer) {
    return new EntitySettings(
        other.book(), other.retention(), other.readingsInMemory(), other.readingsInMemoryPerNode(), other.series(), other.profileBytes(), other.sensors(), other.rfid(),
        other.snapshotEveryEvents(), other.snapshotEveryBytes(),
        other.goodsInMemory(), other.goodsIdle(), other.locationIdle(), other.waitingCommands(), other.workingAfter(), longestAnswer, other.backlog(), other.readJournal());
  }

  /** Temperatures of one sensor, a second apart; offsets and times count on from {@code first}. */
  static ReadingBatch temperatures(long first, double... values) {
    long[] numbers = new long[values.length];
    Arrays.setAll(numbers, i -> first + i);
    long[] times = Arrays.stream(numbers).map(n -> n * 1_000).toArray();
    return ReadingBatch.ofOriginals(SENSORS, List.of(TEMPERATURE), new int[values.length], times, values, numbers, times);
  }

  static ReadingBatch temperature(long time, long offset, double value) {
    long[] times = {time};
    return ReadingBatch.ofOriginals(SENSORS, List.of(TEMPERATURE), new int[1], times, new double[] {value}, new long[] {offset}, times);
  }

  /** One reading that is a third correction. */
  static ReadingBatch corrected(long number, double value) {
    long[] one = {number};
    return new ReadingBatch(
        SENSORS, List.of(TEMPERATURE), new int[1], one, new double[] {value}, one, one, new int[] {new Correction(3, false).code()});
  }

  /** A batch that names a series that it does not have. */
  static ReadingBatch poison(long offset) {
    long[] one = {offset};
    return ReadingBatch.ofOriginals(SENSORS, List.of(), new int[] {5}, one, new double[] {1}, one, one);
  }

  static GoodsAt chilledAboard(String goods, long version, String location, long from) {
    return GoodsAt.whole(
        goods,
        version,
        new GoodsProfile(1_000, List.of("T2"), GoodsProfile.NEVER),
        List.of(new Stay(location, PlaceType.TRUCK, from, Stay.OPEN)),
        Expiry.UNKNOWN,
        CAUSE);
  }

  static MoveBatch moves(long firstOffset, Move... moves) {
    long[] offsets = new long[moves.length];
    Arrays.setAll(offsets, i -> firstOffset + i);
    return MoveBatch.ofOriginals(RFID, List.of(moves), offsets, offsets, 0);
  }

  static Move receive(long time, String warehouse) {
    return new Move(MoveType.RECEIVE, time, warehouse, "");
  }

  static Move load(long time, String warehouse, String truck) {
    return new Move(MoveType.LOAD, time, warehouse, truck);
  }
}
