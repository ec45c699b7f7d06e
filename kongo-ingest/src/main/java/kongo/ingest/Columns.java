package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.violation.Source;

/** What several records say to one entity, put into the columns that it takes. */
final class Columns<T> {

  /** The steps of the batch know better. */
  private static final long NOTHING_SETTLED = 0;

  private final List<T> values = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private final List<Long> timestamps = new ArrayList<>();

  void add(long position, long timestamp, T value) {
    positions.add(position);
    timestamps.add(timestamp);
    values.add(value);
  }

  static MoveBatch moves(Source source, Columns<Move> columns) {
    return new MoveBatch(source, List.copyOf(columns.values), numbers(columns.positions), numbers(columns.timestamps), NOTHING_SETTLED);
  }

  private static long[] numbers(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
