package kongo.ingest;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import kongo.backoff.Backoff;
import kongo.backoff.Timer;
import kongo.violation.Cause;
import kongo.violation.Position;
import kongo.violation.Source;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One partition while it is consumed here. */
final class Lane {

  private final TopicPartition partition;
  private final Source source;
  private final int epoch;
  private final Backoff backoff;
  private final AtomicInteger stuck = new AtomicInteger();
  private volatile long lastAnswer = System.nanoTime();

  /**
   * @param epoch of the topics, see {@link Position}
   * @param timer for the pauses before something is tried again
   */
  Lane(TopicPartition partition, int epoch, Timer timer) {
    this.backoff = new Backoff(timer, () -> new Abandoned(this));
    this.partition = partition;
    this.source = new Source(partition.topic(), partition.partition());
    this.epoch = epoch;
  }

  TopicPartition partition() {
    return partition;
  }

  String topic() {
    return partition.topic();
  }

  Source source() {
    return source;
  }

  Cause cause(ConsumerRecord<byte[], byte[]> record) {
    return source.cause(position(record), record.timestamp());
  }

  /** See {@link Position}. */
  long position(ConsumerRecord<byte[], byte[]> record) {
    return Position.of(epoch, record.offset());
  }

  /** What is tried again for this partition; it ends when the partition goes. */
  Backoff backoff() {
    return backoff;
  }

  /** An entity has answered, or a batch begins. */
  void goesOn() {
    lastAnswer = System.nanoTime();
  }

  /** An ask has to be repeated for the first time; {@link #repeatsNoMore} follows when it ends. */
  void repeats() {
    stuck.incrementAndGet();
  }

  void repeatsNoMore() {
    stuck.decrementAndGet();
  }

  /** How many asks are being repeated. */
  int stuck() {
    return stuck.get();
  }

  /** Whether no entity has answered for so long. */
  boolean hasStoodStillFor(Duration time) {
    return System.nanoTime() - lastAnswer >= time.toNanos();
  }

  /** The partition is somebody else's now, or the system stops: nothing is repeated any more, nothing committed. */
  void abandon() {
    backoff.end();
  }

  boolean isAbandoned() {
    return backoff.isOver();
  }

  @Override
  public String toString() {
    return partition.toString();
  }
}
