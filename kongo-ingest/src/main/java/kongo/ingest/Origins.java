package kongo.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.violation.Cause;
import kongo.violation.Source;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of a batch, for whatever is done on behalf of one of them. */
final class Origins {

  private final Source source;
  private final List<ConsumerRecord<byte[], byte[]>> records;
  private final Map<Long, ConsumerRecord<byte[], byte[]>> byOffset = new HashMap<>();

  Origins(Source source, List<ConsumerRecord<byte[], byte[]>> records) {
    this.source = source;
    this.records = records;
    records.forEach(record -> byOffset.put(record.offset(), record));
  }

  ConsumerRecord<byte[], byte[]> at(long offset) {
    return byOffset.get(offset);
  }

  /** The causing record if it is in the batch, else the last one of that key, else the last one. */
  ConsumerRecord<byte[], byte[]> of(Cause cause, String key) {
    return causing(cause).or(() -> lastOf(key)).orElseGet(() -> records.get(records.size() - 1));
  }

  private Optional<ConsumerRecord<byte[], byte[]>> causing(Cause cause) {
    boolean here = cause.topic().equals(source.topic()) && cause.partition() == source.partition();
    return here ? Optional.ofNullable(byOffset.get(cause.offset())) : Optional.empty();
  }

  private Optional<ConsumerRecord<byte[], byte[]>> lastOf(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return records.stream()
        .filter(record -> Arrays.equals(record.key(), bytes))
        .reduce((earlier, later) -> later);
  }
}
