package kongo.replay;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of offsets of one partition, about one bit for each. */
final class OffsetSet {

  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;

  private final Map<Long, BitSet> blocks = new HashMap<>();

  /** Says whether it was new. */
  boolean add(long offset) {
    BitSet block = blocks.computeIfAbsent(offset >> BITS, b -> new BitSet());
    int bit = (int) (offset & MASK);
    boolean isNew = !block.get(bit);
    block.set(bit);
    return isNew;
  }

  boolean contains(long offset) {
    BitSet block = blocks.get(offset >> BITS);
    return block != null && block.get((int) (offset & MASK));
  }

  long countFrom(long offset) {
    return blocks.entrySet().stream().mapToLong(entry -> countFrom(offset, entry.getKey() << BITS, entry.getValue())).sum();
  }

  private static long countFrom(long offset, long blockStart, BitSet block) {
    return block.stream().filter(bit -> blockStart + bit >= offset).count();
  }
}
