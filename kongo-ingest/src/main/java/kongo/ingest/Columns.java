package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.violation.Source;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What several records say to one entity, put into the columns that it takes. */
final class Columns<T> {

  /** The steps of the batch know better. */
  private static final long NOTHING_SETTLED = 0;

  private final List<T> values = new ArrayList<>();
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  void add(ConsumerRecord<byte[], byte[]> record, T value) {
    records.add(record);
    values.add(value);
  }

  static MoveBatch moves(Source source, Columns<Move> columns) {
    return new MoveBatch(source, List.copyOf(columns.values), columns.offsets(), columns.timestamps(), NOTHING_SETTLED);
  }

  private long[] offsets() {
    return records.stream().mapToLong(ConsumerRecord::offset).toArray();
  }

  private long[] timestamps() {
    return records.stream().mapToLong(ConsumerRecord::timestamp).toArray();
  }
}
