package kongo.ingest;

import java.time.Duration;
import kongo.protocol.Reason;

/** What the streams count; called on their threads, so implementations must be quick and thread-safe. */
public interface IngestMetrics {

  IngestMetrics NONE = new IngestMetrics() {};

  default void received(String topic, int records) {}

  default void duplicates(String topic, int records) {}

  /** Records that are in another partition than Kafka's default partitioner chooses for their key. */
  default void inOtherPartition(String topic, int records) {}

  /** {@link Reason#FAILED} is an alarm: a record made its entity fail again and again. */
  default void deadLetter(String topic, Reason reason) {}

  /** A dead letter was larger than its topic takes, even without its record, and is not written: an alarm. */
  default void deadLetterNotTaken(String topic) {}

  /** An entity did not answer in time or failed, and is asked again. */
  default void retried(String topic) {}

  /** How many records of a partition consumed here are not committed yet. */
  default void lag(String topic, int partition, long records) {}

  /** The partition is no longer consumed here. */
  default void gone(String topic, int partition) {}

  /** A revision was acknowledged by Kafka, so long after the timestamp of the record that caused it. */
  default void published(Duration sinceCause) {}

  /** Revisions were acknowledged by Kafka that a rule book caused. */
  default void corrected(int revisions) {}

  /** From a batch's arrival until all of its effects were durable and published. */
  default void batchDone(String topic, int records, Duration took) {}
}
