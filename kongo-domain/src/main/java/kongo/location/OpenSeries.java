package kongo.location;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Of which series the last value may be part of an excursion under a rule by which it counts how long that lasts. Of a
 * Location with many series only those are looked at again that have changed.
 */
final class OpenSeries {

  private final BitSet open = new BitSet();
  private final BitSet changed = new BitSet();
  private int known;

  /** Of this series there are new readings. */
  void changed(int number) {
    changed.set(number);
  }

  /** What may break a rule is not what it was. */
  void allChanged() {
    known = 0;
  }

  /**
   * Their numbers; not to be changed.
   *
   * @param size how many series there are
   * @param isOpen whether one is
   */
  BitSet of(int size, IntPredicate isOpen) {
    changed.set(Math.min(known, size), size);
    for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
      open.set(i, isOpen.test(i));
    }
    changed.clear();
    known = size;
    return open;
  }
}
