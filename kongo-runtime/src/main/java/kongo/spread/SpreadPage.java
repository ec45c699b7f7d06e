package kongo.spread;

import java.util.List;

/**
 * Entities that are told of the rule books together.
 *
 * @param version what they are told
 * @param locations ids
 * @param goods ids
 * @param to where the lap is when they all are done
 * @param isLap false: those that failed before, told once more
 */
record SpreadPage(long version, List<String> locations, List<String> goods, Lap to, boolean isLap) {

  int size() {
    return locations.size() + goods.size();
  }
}
