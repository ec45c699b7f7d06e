package kongo.replay;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kongo.goods.GoodsSnapshot;
import kongo.location.LocationSnapshot;
import kongo.protocol.Feed;

/**
 * Which input records may have been in rows that are deleted. An entity journals the records of its topic in their order:
 * it is those before the first that is in a row which is there, or all that its snapshot knows. Thread-safe.
 */
final class DeletedRecords {

  private final Map<Feed, Map<String, Long>> keptFrom = new EnumMap<>(Feed.class);

  DeletedRecords() {
    for (Feed feed : Feed.values()) {
      keptFrom.put(feed, new ConcurrentHashMap<>());
    }
  }

  /** Rows of this entity are deleted. */
  void begin(String id, Object snapshot) {
    if (snapshot instanceof GoodsSnapshot goods) {
      keptFrom.get(Feed.RFID).put(id, goods.lastMoveOffset() + 1);
      keptFrom.get(Feed.REGISTRY).put(id, goods.registeredAt() + 1);
    } else if (snapshot instanceof LocationSnapshot location) {
      keptFrom.get(Feed.SENSORS).put(id, location.lastOffset() + 1);
    }
  }

  /** A row that is there has this record. */
  void kept(Feed feed, String id, long offset) {
    keptFrom.get(feed).computeIfPresent(id, (same, known) -> Math.min(known, offset));
  }

  boolean has(Feed feed, String id, long offset) {
    return offset < keptFrom.get(feed).getOrDefault(id, Long.MIN_VALUE);
  }
}
