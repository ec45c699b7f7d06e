package kongo.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kongo.violation.Cause;
import kongo.violation.Position;
import kongo.violation.Source;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records that something is done for, in the order of their offsets. */
final class Origins {

  private final Source source;
  private final List<Batch> batches;

  Origins(Source source, Batch batch) {
    this(source, List.of(batch));
  }

  Origins(Source source, List<Batch> batches) {
    this.source = source;
    this.batches = batches;
  }

  ConsumerRecord<byte[], byte[]> at(long position) {
    return find(position).orElseThrow(() -> new IllegalStateException("no record " + source + " at " + position));
  }

  private Optional<ConsumerRecord<byte[], byte[]>> find(long position) {
    long offset = Position.offset(position);
    return batches.stream().flatMap(batch -> batch.at(offset).stream()).findFirst();
  }

  /** The causing record if it is among them, else the last one of that key, else the last one, if there are any. */
  Optional<ConsumerRecord<byte[], byte[]>> of(Cause cause, String key) {
    return causing(cause).or(() -> lastOf(key)).or(this::last);
  }

  private Optional<ConsumerRecord<byte[], byte[]>> causing(Cause cause) {
    boolean here = cause.topic().equals(source.topic()) && cause.partition() == source.partition();
    return here ? find(cause.offset()) : Optional.empty();
  }

  private Optional<ConsumerRecord<byte[], byte[]>> lastOf(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return all().filter(record -> Arrays.equals(record.key(), bytes)).reduce((earlier, later) -> later);
  }

  private Optional<ConsumerRecord<byte[], byte[]>> last() {
    return all().reduce((earlier, later) -> later);
  }

  private Stream<ConsumerRecord<byte[], byte[]>> all() {
    return batches.stream().flatMap(Batch::all);
  }
}
