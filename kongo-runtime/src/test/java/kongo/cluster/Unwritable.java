package kongo.cluster;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.goods.GoodsEvent;
import kongo.location.LocationEvent;
import kongo.location.Reading;
import kongo.reference.InputTopic;
import kongo.reference.LogRecord;
import kongo.reference.LogRecord.OfMove;
import kongo.reference.LogRecord.OfReading;
import kongo.reference.SmallWorld;
import kongo.violation.Source;

/** Records of which no event can be written, as if it were too large or could not be serialized; and what was written. */
final class Unwritable {

  /** Where a record is. */
  private record Place(String topic, int partition, long offset) {

    static Place of(LogRecord one) {
      return new Place(one.topic().name(), one.partition(), one.offset());
    }

    static Place of(Letter letter) {
      return new Place(letter.topic().name(), letter.partition(), letter.offset());
    }
  }

  private final Set<Place> records = new HashSet<>();

  Unwritable(SmallWorld world, int most, Random random) {
    // of a rule book nothing is written but that it is known
    List<LogRecord> some = world.records().stream().filter(one -> one.topic() != InputTopic.RULES).toList();
    for (int i = 0; i < most && !some.isEmpty(); i++) {
      records.add(Place.of(some.get(random.nextInt(some.size()))));
    }
  }

  boolean isIn(GoodsEvent event) {
    return places(event).anyMatch(records::contains);
  }

  boolean isIn(LocationEvent event) {
    return places(event).anyMatch(records::contains);
  }

  private static Stream<Place> places(GoodsEvent event) {
    if (event instanceof GoodsEvent.MovesAccepted moves) {
      return places(moves.source(), LongStream.of(moves.offsets()));
    }
    return event instanceof GoodsEvent.Registered registered
        ? Stream.of(new Place(registered.cause().topic(), registered.cause().partition(), registered.cause().offset()))
        : Stream.empty();
  }

  private static Stream<Place> places(LocationEvent event) {
    return event instanceof LocationEvent.ReadingsAccepted readings
        ? places(readings.source(), LongStream.range(0, readings.size()).map(i -> readings.offset((int) i)))
        : Stream.empty();
  }

  private static Stream<Place> places(Source source, LongStream offsets) {
    return offsets.mapToObj(offset -> new Place(source.topic(), source.partition(), offset));
  }

  /** Of a world what is left when the records are taken away that cannot be written, or were given up, and are in no journal. */
  SmallWorld without(SmallWorld world, Collection<Letter> letters, List<GoodsEvent> ofGoods, List<LocationEvent> ofLocations) {
    Set<Place> gone = new HashSet<>(records);
    letters.stream().filter(letter -> letter.refusal().isEmpty()).forEach(letter -> gone.add(Place.of(letter)));
    ofGoods.stream().flatMap(Unwritable::places).forEach(gone::remove);
    ofLocations.stream().flatMap(Unwritable::places).forEach(gone::remove);
    return world.with(world.records().stream().filter(one -> !gone.contains(Place.of(one))).toList());
  }

  /** Those that are in no dead letter, though nothing that says the same can have been taken instead. */
  List<LogRecord> unnamed(SmallWorld world, Collection<Letter> letters) {
    Set<Place> named = new HashSet<>();
    letters.forEach(letter -> named.add(Place.of(letter)));
    return world.records().stream()
        .filter(one -> records.contains(Place.of(one)) && !named.contains(Place.of(one)))
        .filter(one -> world.records().stream().noneMatch(other -> other != one && saysTheSame(one, other)))
        .toList();
  }

  private static boolean saysTheSame(LogRecord one, LogRecord other) {
    if (!one.id().equals(other.id()) || one.topic() != other.topic()) {
      return false;
    }
    if (one instanceof OfMove move && other instanceof OfMove same) {
      return move.move().equals(same.move());
    }
    return !(one instanceof OfReading reading && other instanceof OfReading same) || isOfSameTime(reading.reading(), same.reading());
  }

  private static boolean isOfSameTime(Reading one, Reading other) {
    return one.time() == other.time() && one.metric().equals(other.metric()) && one.sensor().equals(other.sensor());
  }

  @Override
  public String toString() {
    return records.toString();
  }
}
