package kongo.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One event that brought moves, as far as it is needed to say again what followed from it.
 *
 * @param version its sequence number
 * @param from event time before which it changed nothing
 * @param touched the Locations that had to hear of it
 */
record MovesTaken(long version, long from, List<String> touched) {

  /** The events that brought these moves, in their order. */
  static List<MovesTaken> of(List<KnownMove> moves) {
    Map<Long, MovesTaken> taken = new TreeMap<>();
    for (KnownMove known : moves) {
      MovesTaken one = new MovesTaken(known.version(), known.move().time(), known.touched());
      taken.merge(one.version, one, (a, b) -> a.from <= b.from ? a : b);
    }
    return new ArrayList<>(taken.values());
  }

  boolean touches(String location) {
    return touched.contains(location);
  }
}
