package kongo.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kongo.goods.GoodsCommand.TakeRegistration;
import kongo.goods.Move;
import kongo.goods.MoveBatch;
import kongo.location.Reading;
import kongo.location.ReadingBatch;
import kongo.location.SeriesKey;
import kongo.location.Turns;
import kongo.reference.InputTopic;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.LogRecord.OfRegistration;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;
import kongo.violation.Source;

/** Gives a batch of one partition's records to the steps, as the streams do. */
final class Batches {

  private Batches() {}

  static <T> void add(BatchSteps<T> steps, Ticket<T> ticket, InputTopic topic, List<LogRecord> records) {
    Map<String, List<LogRecord>> byId =
        records.stream().collect(Collectors.groupingBy(LogRecord::id, TreeMap::new, Collectors.toList()));
    byId.forEach((id, those) -> {
      switch (topic) {
        case SENSORS -> steps.readings(List.of(ticket), id, readings(those));
        case RFID -> steps.moves(ticket, id, moves(those));
        case RULES -> {
          // no entity takes the records of books
        }
        case REGISTRY -> registrations(those).forEach(one -> steps.registration(ticket, id, one));
      }
    });
  }

  private static ReadingBatch readings(List<LogRecord> records) {
    List<SeriesKey> series = new ArrayList<>();
    int[] seriesOf = new int[records.size()];
    for (int i = 0; i < records.size(); i++) {
      Reading reading = ((OfReading) records.get(i)).reading();
      SeriesKey key = new SeriesKey(reading.metric(), reading.sensor());
      if (!series.contains(key)) {
        series.add(key);
      }
      seriesOf[i] = series.indexOf(key);
    }
    return new ReadingBatch(
        source(records),
        series,
        seriesOf,
        records.stream().mapToLong(r -> ((OfReading) r).reading().time()).toArray(),
        records.stream().mapToDouble(r -> ((OfReading) r).reading().value()).toArray(),
        offsets(records),
        records.stream().mapToLong(r -> ((OfReading) r).timestamp()).toArray(),
        records.stream().mapToInt(r -> ((OfReading) r).correction().code()).toArray(),
        ofGoods(records));
  }

  private static int[] ofGoods(List<LogRecord> records) {
    boolean[] ofGoods = new boolean[records.size()];
    for (int i = 0; i < ofGoods.length; i++) {
      ofGoods[i] = ((OfReading) records.get(i)).ofGoods();
    }
    return Turns.of(ofGoods);
  }

  private static MoveBatch moves(List<LogRecord> records) {
    List<Move> moves = records.stream().map(r -> ((OfMove) r).move()).toList();
    int[] corrections = records.stream().mapToInt(r -> ((OfMove) r).correction().code()).toArray();
    return new MoveBatch(source(records), moves, offsets(records), offsets(records), corrections, 0);
  }

  private static List<TakeRegistration> registrations(List<LogRecord> records) {
    return records.stream()
        .sorted(Comparator.comparingLong(LogRecord::offset))
        .map(
            r ->
                registration((OfRegistration) r, source(records)))
        .toList();
  }

  private static TakeRegistration registration(OfRegistration said, Source source) {
    return new TakeRegistration(said.registration(), said.from(), source.cause(said.offset(), said.timestamp()));
  }

  private static Source source(List<LogRecord> records) {
    return new Source(records.get(0).topic().name(), records.get(0).partition());
  }

  private static long[] offsets(List<LogRecord> records) {
    return records.stream().mapToLong(LogRecord::offset).toArray();
  }
}
