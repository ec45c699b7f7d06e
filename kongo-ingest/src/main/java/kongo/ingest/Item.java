package kongo.ingest;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Something to do, and the record that it is done for: the one that goes to the dead letters if it never works. */
record Item<T>(ConsumerRecord<byte[], byte[]> record, T value) {

  <R> Item<R> with(R other) {
    return new Item<>(record, other);
  }
}
