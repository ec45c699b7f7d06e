package kongo.violation;

/**
 * Where a record is among all of its key, as one number: the epoch of the topics, then the offset in the partition. All
 * positions of a later epoch come after those of an earlier one, so that topics can be made anew, or get more partitions,
 * though their offsets begin again. The partition goes with it in {@link Source} and {@link Cause}; it does not order
 * anything, since a key is in one partition for a whole epoch.
 *
 * <p>What the domain calls the offset of a record is its position. In epoch 0 they are the same number.
 */
public final class Position {

  /** Epochs are 0 to this. */
  public static final int LAST_EPOCH = 32_767;

  private static final int OFFSET_BITS = 48;
  private static final long OFFSETS = (1L << OFFSET_BITS) - 1;

  private Position() {}

  /** @throws IllegalArgumentException if one of them is negative or too large */
  public static long of(int epoch, long offset) {
    if (epoch < 0 || epoch > LAST_EPOCH || offset < 0 || offset > OFFSETS) {
      throw new IllegalArgumentException("no position: epoch " + epoch + ", offset " + offset);
    }
    return ((long) epoch << OFFSET_BITS) | offset;
  }

  public static int epoch(long position) {
    return (int) (position >>> OFFSET_BITS);
  }

  /** The offset in Kafka. */
  public static long offset(long position) {
    return position & OFFSETS;
  }
}
