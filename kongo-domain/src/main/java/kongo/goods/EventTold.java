package kongo.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One event that changed where the Goods was, as far as it is needed to say again what followed from it.
 *
 * @param version its sequence number
 * @param from event time before which it changed nothing
 * @param touched the Locations that had to hear of it
 */
public record EventTold(long version, long from, List<String> touched) {

  /** The events that brought these moves, in their order. */
  static List<EventTold> of(List<KnownMove> moves) {
    Map<Long, EventTold> taken = new TreeMap<>();
    for (KnownMove known : moves) {
      EventTold one = new EventTold(known.version(), known.move().time(), known.touched());
      taken.merge(one.version, one, (a, b) -> a.from <= b.from ? a : b);
    }
    return new ArrayList<>(taken.values());
  }

  /** When what was before this time is folded. */
  EventTold since(long time) {
    return new EventTold(version, Math.max(from, time), touched);
  }

  boolean touches(String location) {
    return touched.contains(location);
  }
}
