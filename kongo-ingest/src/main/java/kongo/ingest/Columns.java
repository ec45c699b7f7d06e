package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.protocol.RfidRecord;
import kongo.violation.Correction;
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

  static MoveBatch moves(Source source, Columns<RfidRecord> columns) {
    List<Move> moves = columns.values.stream().map(RfidRecord::move).toList();
    int[] corrections = columns.values.stream().mapToInt(one -> one.correction().code()).toArray();
    return new MoveBatch(
        source, moves, numbers(columns.positions), numbers(columns.timestamps), Correction.sparse(corrections), NOTHING_SETTLED);
  }

  private static long[] numbers(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
