package kongo.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfBook;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.LogRecord.OfRegistration;
import kongo.reference.SmallWorld;
import kongo.registry.PlaceProfile;

/** A world that is told in the order of event time; its retention is a part of its time. */
final class InOrder {

  private static final Duration RETENTION = Duration.ofMinutes(25);

  private InOrder() {}

  /** Registrations come first. */
  static SmallWorld of(SmallWorld world) {
    return numbered(world, sorted(world));
  }

  /** Registrations of places come at any time. */
  static SmallWorld withLatePlaces(SmallWorld world) {
    List<LogRecord> records = sorted(world);
    spreadPlaces(records, new Random(world.seed()));
    return numbered(world, records);
  }

  private static List<LogRecord> sorted(SmallWorld world) {
    List<LogRecord> records = new ArrayList<>(world.records());
    records.sort(Comparator.comparingLong(InOrder::time));
    return records;
  }

  private static SmallWorld numbered(SmallWorld world, List<LogRecord> records) {
    Map<String, Long> offsets = new HashMap<>();
    List<LogRecord> numbered = new ArrayList<>();
    for (LogRecord one : records) {
      numbered.add(at(offsets.merge(one.topic() + "-" + one.partition(), 1L, Long::sum), one));
    }
    return new SmallWorld(world.seed(), world.book(), RETENTION, List.copyOf(numbered), world.maxSeries(), world.profileBytes());
  }

  private static void spreadPlaces(List<LogRecord> records, Random random) {
    for (LogRecord one : List.copyOf(records)) {
      if (one instanceof OfRegistration word && word.registration() instanceof PlaceProfile) {
        records.remove(one);
        records.add(random.nextInt(records.size() + 1), one);
      }
    }
  }

  private static long time(LogRecord one) {
    if (one instanceof OfReading reading) {
      return reading.reading().time();
    }
    // A book is sent when it comes into force: what had ended before is as it was judged then.
    return one instanceof OfMove move ? move.move().time() : one instanceof OfBook book ? book.from() : Long.MIN_VALUE;
  }

  private static LogRecord at(long offset, LogRecord one) {
    if (one instanceof OfReading reading) {
      return new OfReading(
          reading.partition(), offset, reading.id(), reading.timestamp(), reading.reading(), reading.correction(), reading.ofGoods());
    }
    if (one instanceof OfMove move) {
      return new OfMove(move.partition(), offset, move.id(), move.move(), move.correction());
    }
    if (one instanceof OfBook book) {
      return new OfBook(book.partition(), offset, book.from(), book.book());
    }
    OfRegistration word = (OfRegistration) one;
    return new OfRegistration(word.partition(), offset, word.id(), word.timestamp(), word.registration(), word.from());
  }
}
