package kongo.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.LogRecord.OfRegistration;
import kongo.reference.SmallWorld;
import kongo.registry.GoodsProfile;

/** Worlds with much of one thing, where limits of some few make many pages of it. */
final class LargeWorlds {

  private static final long MINUTE = 60_000;
  private static final Duration RETENTION = Duration.ofDays(30);

  private final long seed;
  private final Random random;
  private final List<LogRecord> records = new ArrayList<>();
  private long moves;
  private long registrations;
  private long readings;

  private LargeWorlds(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** Goods at one place, and one use-by time for all of them, to which time comes there. */
  static SmallWorld oneUseByTime(long seed, int goods) {
    LargeWorlds world = new LargeWorlds(seed);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < goods; i++) {
      order.add(i);
    }
    Collections.shuffle(order, world.random);
    order.forEach(i -> world.register("g" + i, new GoodsProfile(0, List.of(), 100 * MINUTE)));
    Collections.shuffle(order, world.random);
    order.forEach(i -> world.move("g" + i, new Move(MoveType.RECEIVE, (1 + i % 50) * MINUTE, "p1", "")));
    for (int i = 0; i < 20; i++) {
      world.read(new Reading("temperature", "s1", (90 + i) * MINUTE, world.random.nextInt(12)));
    }
    return world.done();
  }

  /** Readings of one place, some of them late, so that nearly all of them are in rows and few in memory. */
  static SmallWorld manyRows(long seed, int rows) {
    LargeWorlds world = new LargeWorlds(seed);
    for (int i = 0; i < 5; i++) {
      world.move("g" + i, new Move(MoveType.RECEIVE, world.random.nextInt(rows) * MINUTE, "p1", ""));
    }
    for (int i = 0; i < rows; i++) {
      int late = world.random.nextInt(20) == 0 ? world.random.nextInt(rows) : 0;
      String sensor = "s" + world.random.nextInt(2);
      world.read(new Reading("temperature", sensor, Math.max(0, i - late) * MINUTE, world.random.nextInt(12)));
    }
    return world.done();
  }

  private void register(String id, GoodsProfile profile) {
    records.add(new OfRegistration(0, registrations++, id, profile));
  }

  private void move(String id, Move move) {
    records.add(new OfMove(0, moves++, id, move));
  }

  private void read(Reading reading) {
    records.add(new OfReading(0, readings++, "p1", reading.time(), reading));
  }

  private SmallWorld done() {
    SmallWorld rules = Worlds.of(seed);
    return new SmallWorld(seed, rules.book(), RETENTION, List.copyOf(records), rules.maxSeries());
  }
}
