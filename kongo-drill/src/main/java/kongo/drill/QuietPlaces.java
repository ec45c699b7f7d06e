package kongo.drill;

import java.util.Iterator;
import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.simulator.Bounds;
import kongo.simulator.RecordSink;
import kongo.simulator.SimulatedRecord;
import kongo.simulator.World;
import kongo.simulator.WorldStream;
import kongo.simulator.world.ClassicSettings;

/** Warehouses with a Goods and two readings each, so that something which goes to one place after the other takes a while. */
final class QuietPlaces implements World {

  private static final int RECORDS_OF_ONE = 5;
  private static final long SECOND = 1_000;
  /** For longer than the shipped book waits before it tells. */
  private static final long HUMID_MILLIS = 600 * SECOND;
  private static final long GRAMS = 1_000;
  /** The shipped book takes it for too humid, and others may not. */
  private static final double HUMID = 62;

  private final String name;
  private long next;

  private QuietPlaces(String name) {
    this.name = name;
  }

  static Iterator<SimulatedRecord> records(String name, int places) {
    return new WorldStream(new QuietPlaces(name), Bounds.ofEvents((long) RECORDS_OF_ONE * places));
  }

  @Override
  public void step(RecordSink sink) {
    long time = ClassicSettings.START.toEpochMilli() + next;
    String place = name + "-" + next;
    String goods = place + "-goods";
    sink.register(time, place, new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED));
    sink.register(time, goods, new GoodsProfile(GRAMS, List.of("DRY"), GoodsProfile.NEVER));
    sink.move(goods, new Move(MoveType.RECEIVE, time, place, ""));
    sink.measure(place, new Reading("humidity", "", time + SECOND, HUMID));
    sink.measure(place, new Reading("humidity", "", time + SECOND + HUMID_MILLIS, HUMID));
    next++;
  }
}
