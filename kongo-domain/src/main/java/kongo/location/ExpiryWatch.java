package kongo.location;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kongo.registry.GoodsProfile;

/** The Goods that are here and have a use-by time, of those that do not know yet that it has come. */
final class ExpiryWatch {

  private final TreeMap<Long, TreeSet<String>> waiting = new TreeMap<>();
  private final Map<String, Long> useBy = new HashMap<>();

  /** What a Goods says now takes the place of what it said. */
  void take(GoodsHere goods) {
    forget(goods.goods());
    if (goods.isHere() && !goods.expiryKnown() && goods.profile().useBy() != GoodsProfile.NEVER) {
      useBy.put(goods.goods(), goods.profile().useBy());
      waiting.computeIfAbsent(goods.profile().useBy(), time -> new TreeSet<>()).add(goods.goods());
    }
  }

  private void forget(String goods) {
    Long time = useBy.remove(goods);
    if (time != null) {
      TreeSet<String> same = waiting.get(time);
      same.remove(goods);
      if (same.isEmpty()) {
        waiting.remove(time);
      }
    }
  }

  /** The earliest use-by time, {@link Long#MAX_VALUE} if there is none. */
  long next() {
    return waiting.isEmpty() ? Long.MAX_VALUE : waiting.firstKey();
  }

  boolean isDue(String goods, long time) {
    Long known = useBy.get(goods);
    return known != null && known <= time;
  }

  /** The first of those whose use-by time is not after {@code time}, {@code most} of them at most. */
  List<String> due(long time, int most) {
    return waiting.headMap(time, true).values().stream().flatMap(Set::stream).limit(most).toList();
  }
}
