package kongo.drill;

import org.apache.kafka.common.TopicPartition;

/**
 * How long one record waited for its decision: until everything that follows from it was durable and published.
 *
 * @param recordedAt the record's timestamp, milliseconds since the epoch
 * @param decidedAt when its offset was seen committed
 */
record Gap(TopicPartition partition, long recordedAt, long decidedAt) {

  long millis() {
    return decidedAt - recordedAt;
  }
}
