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

/** A truck with ten Goods whose sensors say more than those of all others together, now well, now too warm. */
final class HotLocation implements World {

  private static final int GOODS = 10;
  private static final int SENSORS = 20;
  private static final long STEP_MILLIS = 10_000;
  /** For more minutes than the shipped book waits before it tells, and than it merges over. */
  private static final long WELL_STEPS = 50;

  private final String truck;
  private long time = ClassicSettings.START.toEpochMilli();
  private long steps;

  private HotLocation(String truck) {
    this.truck = truck;
  }

  static Iterator<SimulatedRecord> records(String truck, long count) {
    return new WorldStream(new HotLocation(truck), Bounds.ofEvents(count));
  }

  @Override
  public void step(RecordSink sink) {
    if (steps == 0) {
      load(sink);
    }
    boolean well = steps / WELL_STEPS % 2 == 0;
    for (int sensor = 0; sensor < SENSORS; sensor++) {
      double value = (well ? 4 : 9) + sensor / 100.0;
      sink.measure(truck, new Reading("temperature", "s" + sensor, time, value));
    }
    time += STEP_MILLIS;
    steps++;
  }

  private void load(RecordSink sink) {
    sink.register(time, truck, new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), PlaceProfile.UNLIMITED));
    for (int i = 0; i < GOODS; i++) {
      String goods = truck + "-goods-" + i;
      sink.register(time, goods, new GoodsProfile(1_000, List.of("T2"), GoodsProfile.NEVER));
      sink.move(goods, new Move(MoveType.RECEIVE, time, truck + "-home", ""));
      sink.move(goods, new Move(MoveType.LOAD, time + 1, truck + "-home", truck));
    }
    time += STEP_MILLIS;
  }
}
