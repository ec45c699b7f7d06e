package kongo.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The work on the records of one partition while it is consumed here. Called by the polling thread, and never blocks it. */
public interface PartitionTask {

  TopicPartition partition();

  /** Takes these when it comes to them. */
  void offer(List<ConsumerRecord<byte[], byte[]>> records);

  /** Whether no more records should come for now. */
  boolean isFull();

  /** Whether what waits may not be taken yet, since others come first. */
  boolean isHeld();

  /**
   * Looks at what is under way or was held, if nothing else makes it do so.
   *
   * @param lag how many records Kafka has that have not come here yet, if that is known
   */
  void look(OptionalLong lag);

  /**
   * The timestamp up to which everything is done; empty if there is nothing to do.
   *
   * @param patience a partition that has stood still for so long is not waited for
   */
  OptionalLong position(Duration patience);

  /**
   * The offset to be committed, if more is done than is known to be committed.
   *
   * @param reached everything before it has been offered, or was nothing to offer (ends of transactions); empty: not known
   */
  OptionalLong toCommit(OptionalLong reached);

  void committed(long offset);

  /** Finishes what is in hand and forgets what waits: that will be read again. */
  void drain();

  /** Whether nothing will be done any more. */
  boolean isEnded();

  /** What ended it, if that was neither the end of its records nor that they are somebody else's. */
  Optional<Throwable> problem();

  /** The partition is somebody else's now: nothing more is done. */
  void abandon();
}
