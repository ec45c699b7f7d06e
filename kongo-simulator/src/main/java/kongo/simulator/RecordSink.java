package kongo.simulator;

import java.util.ArrayDeque;
import java.util.OptionalLong;
import java.util.Queue;
import kongo.goods.Move;
import kongo.location.Reading;
import kongo.protocol.Feed;
import kongo.protocol.RecordEncoder;
import kongo.protocol.RegistryRecord;
import kongo.protocol.SensorRecord;
import kongo.registry.Registration;

/** Takes what happens in a world, as records in the order in which they are to be sent. */
public final class RecordSink {

  private final RecordEncoder encoder = new RecordEncoder();
  private final Queue<SimulatedRecord> records = new ArrayDeque<>();

  public void register(long time, String id, Registration registration) {
    add(Feed.REGISTRY, id, encoder.encode(new RegistryRecord(id, registration)), "", time);
  }

  /** @param from event time from which on it is so, which may be long ago or to come */
  public void registerFrom(long time, String id, Registration registration, long from) {
    add(Feed.REGISTRY, id, encoder.encode(new RegistryRecord(id, registration, OptionalLong.of(from))), "", time);
  }

  public void move(String goods, Move move) {
    String place = move.truck().isEmpty() ? move.warehouse() : move.truck();
    add(Feed.RFID, goods, encoder.encode(goods, move), place, move.time());
  }

  public void measure(String location, Reading reading) {
    add(Feed.SENSORS, location, encoder.encode(location, reading), location, reading.time());
  }

  /** @param reading with its value in this unit */
  public void measure(String location, Reading reading, String unit) {
    add(Feed.SENSORS, location, encoder.encode(new SensorRecord(location, reading), unit), location, reading.time());
  }

  /** By a logger that travels with the Goods. */
  public void log(String goods, Reading reading) {
    add(Feed.SENSORS, goods, encoder.encode(SensorRecord.ofGoods(goods, reading)), goods, reading.time());
  }

  private void add(Feed feed, String key, byte[] value, String place, long time) {
    records.add(new SimulatedRecord(feed, key, value, place, time, time, Origin.WORLD));
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  SimulatedRecord remove() {
    return records.remove();
  }
}
