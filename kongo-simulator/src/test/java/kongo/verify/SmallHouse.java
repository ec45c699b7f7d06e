package kongo.verify;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.goods.Stay;
import kongo.location.Reading;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RfidRecord;
import kongo.protocol.SensorRecord;
import kongo.reference.Acceptance;
import kongo.reference.AcceptedEvents;
import kongo.reference.Reference;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.rules.RuleBooks;
import kongo.violation.Violation;

/** One warehouse, one truck and three Goods that break a rule of every kind. */
final class SmallHouse {

  private static final long KILOGRAM = 1_000;

  private SmallHouse() {}

  static List<RegistryRecord> registrations() {
    return List.of(
        new RegistryRecord("truck-1", new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), 100 * KILOGRAM)),
        new RegistryRecord("vase", new GoodsProfile(60 * KILOGRAM, List.of("FRAGILE"), GoodsProfile.NEVER)),
        new RegistryRecord("crate", new GoodsProfile(70 * KILOGRAM, List.of("BULKY"), GoodsProfile.NEVER)),
        new RegistryRecord("milk", new GoodsProfile(KILOGRAM, List.of("PERISHABLE", "T2"), 4_000)));
  }

  static List<RfidRecord> moves() {
    return List.of(
        received("vase", 100), received("crate", 100), received("milk", 100),
        loaded("vase", 1_000, "house-1"), loaded("crate", 1_100, "house-1"), loaded("milk", 1_200, "house-2"));
  }

  /** The truck warms up between 2 000 and 3 000. */
  static List<SensorRecord> readings() {
    return LongStream.rangeClosed(0, 10)
        .mapToObj(i -> new Reading("temperature", "s1", 500 * i, i >= 4 && i < 6 ? 9.5 + i : 5))
        .map(reading -> new SensorRecord("truck-1", reading))
        .toList();
  }

  /** Accepted after the others' times, so that a reading of the beginning comes too late. */
  static List<SensorRecord> muchLater() {
    return Stream.of(Acceptance.DEFAULT_RETENTION.plusDays(1).toMillis(), 1L)
        .map(time -> new SensorRecord("house-1", new Reading("ozone", "", time, 1)))
        .toList();
  }

  static SortedMap<String, Violation> violations() {
    return Reference.violations(RuleBooks.original(), accepted());
  }

  static SortedMap<String, List<Stay>> stays() {
    return Reference.stays(RuleBooks.original(), accepted());
  }

  private static AcceptedEvents accepted() {
    Acceptance acceptance = new Acceptance(Acceptance.DEFAULT_RETENTION);
    long offset = 0;
    for (RegistryRecord each : registrations()) {
      acceptance.registration(0, offset++, 0, each.id(), each.registration(), each.from());
    }
    for (RfidRecord each : moves()) {
      acceptance.move(0, offset++, each.goods(), each.move());
    }
    for (SensorRecord each : readings()) {
      acceptance.reading(0, offset++, each.location(), each.reading());
    }
    return acceptance.accepted();
  }

  private static RfidRecord received(String goods, long time) {
    return new RfidRecord(goods, new Move(MoveType.RECEIVE, time, "house-1", ""));
  }

  private static RfidRecord loaded(String goods, long time, String from) {
    return new RfidRecord(goods, new Move(MoveType.LOAD, time, from, "truck-1"));
  }
}
