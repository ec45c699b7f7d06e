package kongo.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.location.Reading;
import kongo.location.ReadingBatch;
import kongo.location.SeriesKey;
import kongo.violation.Source;

/** Puts the items of one entity into the columns that it takes. */
final class Batches {

  private Batches() {}

  static ReadingBatch readings(Source source, List<Item<Reading>> items) {
    Map<SeriesKey, Integer> numbers = new LinkedHashMap<>();
    int[] series = new int[items.size()];
    long[] times = new long[items.size()];
    double[] values = new double[items.size()];
    for (int i = 0; i < items.size(); i++) {
      Reading reading = items.get(i).value();
      SeriesKey key = new SeriesKey(reading.metric(), reading.sensor());
      series[i] = numbers.computeIfAbsent(key, added -> numbers.size());
      times[i] = reading.time();
      values[i] = reading.value();
    }
    return new ReadingBatch(
        source, List.copyOf(numbers.keySet()), series, times, values, offsets(items), timestamps(items));
  }

  static MoveBatch moves(Source source, List<Item<Move>> items) {
    List<Move> moves = items.stream().map(Item::value).toList();
    return new MoveBatch(source, moves, offsets(items), timestamps(items));
  }

  private static long[] offsets(List<? extends Item<?>> items) {
    return items.stream().mapToLong(item -> item.record().offset()).toArray();
  }

  private static long[] timestamps(List<? extends Item<?>> items) {
    return items.stream().mapToLong(item -> item.record().timestamp()).toArray();
  }
}
