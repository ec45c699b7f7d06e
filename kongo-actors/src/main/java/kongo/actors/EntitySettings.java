package kongo.actors;

import com.typesafe.config.Config;
import java.time.Duration;
import kongo.entity.AnswerLimit;
import kongo.goods.GoodsLaws;
import kongo.goods.GoodsSettings;
import kongo.location.LocationSettings;
import kongo.rules.RuleBook;

/**
 * What the entities need to know, read once from {@code kongo.actors} (reference.conf says what each key means).
 *
 * @param retention how much later than an accepted one a move or a reading may come
 * @param series so many a Location may have
 * @param sensors spreads Locations over shards
 * @param rfid spreads Goods over shards
 * @param longestAnswer of an entity, in bytes before compression
 * @param backlog how long Locations wait for readings that are still to come
 * @param readJournal plugin id of the journal's queries
 */
public record EntitySettings(
    RuleBook book,
    Duration retention,
    int readingsInMemory,
    int readingsInMemoryPerNode,
    int series,
    int profileBytes,
    Partitioning sensors,
    Partitioning rfid,
    int snapshotEveryEvents,
    long snapshotEveryBytes,
    int goodsInMemory,
    Duration goodsIdle,
    Duration locationIdle,
    int waitingCommands,
    Duration workingAfter,
    int longestAnswer,
    BacklogLimits backlog,
    String readJournal) {

  /** Of a frame: addresses, names of classes, and what compression adds to what it cannot make smaller. */
  private static final int ENVELOPE = 32 << 10;

  public EntitySettings {
    atLeastOne("retention", retention.toMillis());
    atLeastOne("readings-in-memory", readingsInMemory);
    atLeastOne("readings-in-memory-per-node", readingsInMemoryPerNode);
    atLeastOne("series", series);
    atLeastOne("profile-bytes", profileBytes);
    atLeastOne("snapshot-every-events", snapshotEveryEvents);
    atLeastOne("snapshot-every-bytes", snapshotEveryBytes);
    atLeastOne("goods-in-memory", goodsInMemory);
    atLeastOne("goods-idle", goodsIdle.toMillis());
    atLeastOne("location-idle", locationIdle.toMillis());
    atLeastOne("waiting-commands", waitingCommands);
    atLeastOne("working-after", workingAfter.toMillis());
    atLeastOne("longest-answer", longestAnswer);
  }

  /** @param config of the whole system */
  public static EntitySettings from(Config config, RuleBook book, Partitioning sensors, Partitioning rfid) {
    Config actors = config.getConfig("kongo.actors");
    return new EntitySettings(
        book,
        actors.getDuration("retention"),
        actors.getInt("readings-in-memory"),
        actors.getInt("readings-in-memory-per-node"),
        actors.getInt("series"),
        actors.getInt("profile-bytes"),
        sensors,
        rfid,
        actors.getInt("snapshot-every-events"),
        actors.getBytes("snapshot-every-bytes"),
        actors.getInt("goods-in-memory"),
        actors.getDuration("goods-idle"),
        actors.getDuration("location-idle"),
        actors.getInt("waiting-commands"),
        actors.getDuration("working-after"),
        longestAnswer(actors, config.getBytes("pekko.remote.artery.advanced.maximum-frame-size")),
        new BacklogLimits(
            actors.getDuration("backlog.live"), actors.getDuration("backlog.patience"), actors.getDuration("backlog.stuck")),
        actors.getString("read-journal"));
  }

  /** What is longer than a frame between nodes is dropped silently. */
  private static int longestAnswer(Config actors, long frame) {
    long bytes = actors.getBytes("longest-answer");
    if (bytes > frame - ENVELOPE) {
      throw new IllegalArgumentException(
          "kongo.actors.longest-answer must be at most %d, so that it fits into a frame between nodes, not %d".formatted(frame - ENVELOPE, bytes));
    }
    return (int) bytes;
  }

  AnswerLimit answers() {
    return new AnswerLimit(longestAnswer);
  }

  GoodsSettings goods(GoodsLaws laws) {
    return new GoodsSettings(retention.toMillis()).withLaws(laws).withProfileBytes(profileBytes);
  }

  LocationSettings location() {
    return new LocationSettings(retention.toMillis(), readingsInMemory).withSeries(series);
  }

  private static void atLeastOne(String key, long value) {
    if (value < 1) {
      throw new IllegalArgumentException("kongo.actors." + key + " must be at least 1, not " + value);
    }
  }
}
