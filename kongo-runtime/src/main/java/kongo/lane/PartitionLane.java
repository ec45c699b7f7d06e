package kongo.lane;

import java.util.List;

/**
 * What is done with the records of one partition while it is consumed here, as a state machine without I/O: the effects
 * of each record are driven to their end, batches are settled in their order, and only what is settled is committed. Used
 * by one thread at a time, with the lock of its owner.
 *
 * @param <B> what the stream knows a batch by
 */
public interface PartitionLane<B> {

  /** Asks what is due. */
  void goOn();

  /** Batches that are settled now with all before them, in their order; each is told once. */
  List<B> settled();

  /** Whether another batch may be taken. */
  boolean hasRoom();

  /** Whether all batches have been told to be settled, too. */
  boolean isIdle();

  /** Whether nothing is to be done but to wait for readings of another partition. */
  default boolean onlyWaits() {
    return false;
  }

  /** Whether nothing waits and nothing is under way. */
  boolean isAtRest();
}
