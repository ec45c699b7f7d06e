package kongo.location;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kongo.goods.ExpiredParts;

/**
 * The Goods that are here and expire, or end to: each by the next moment at which it does and of which it does not know yet that
 * time has come there, and by the last one of which it knows that from this Location, which has to say so if its clock goes back. A Goods'
 * own place says nothing of its expiry.
 */
final class ExpiryWatch {

  private final ByMoment waiting = new ByMoment();
  private final ByMoment told = new ByMoment();

  /** What a Goods says now takes the place of what it said. */
  void take(GoodsHere goods) {
    waiting.remove(goods.goods());
    told.remove(goods.goods());
    if (goods.isHere() && !goods.isAtItself()) {
      watch(goods, ExpiredParts.of(goods.profile()));
    }
  }

  private void watch(GoodsHere goods, ExpiredParts expired) {
    long next = expired.nextAfter(goods.expiry().known());
    if (next != ExpiredParts.NONE_AFTER) {
      waiting.add(goods.goods(), next);
    }
    long last = expired.lastUpTo(goods.expiry().byLocation());
    if (last > goods.expiry().byMoves()) {
      told.add(goods.goods(), last);
    }
  }

  /** The earliest moment that is waited for, {@link Long#MAX_VALUE} if there is none. */
  long next() {
    return waiting.byTime.isEmpty() ? Long.MAX_VALUE : waiting.byTime.firstKey();
  }

  boolean isDue(String goods, long clock) {
    return waiting.moments.getOrDefault(goods, Long.MAX_VALUE) <= clock || told.moments.getOrDefault(goods, Long.MIN_VALUE) > clock;
  }

  /** The first of those that have to hear of this time, {@code most} of them at most. */
  List<String> due(long clock, int most) {
    return Stream.concat(waiting.byTime.headMap(clock, true).values().stream(), told.byTime.tailMap(clock, false).values().stream())
        .flatMap(Set::stream)
        .limit(most)
        .toList();
  }

  private static final class ByMoment {
    final TreeMap<Long, TreeSet<String>> byTime = new TreeMap<>();
    final Map<String, Long> moments = new HashMap<>();

    void add(String goods, long moment) {
      moments.put(goods, moment);
      byTime.computeIfAbsent(moment, time -> new TreeSet<>()).add(goods);
    }

    void remove(String goods) {
      Long time = moments.remove(goods);
      if (time != null) {
        byTime.computeIfPresent(time, (same, all) -> without(all, goods));
      }
    }

    private static TreeSet<String> without(TreeSet<String> all, String goods) {
      all.remove(goods);
      return all.isEmpty() ? null : all;
    }
  }
}
