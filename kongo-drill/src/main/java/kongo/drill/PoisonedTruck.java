package kongo.drill;

import java.util.Iterator;
import java.util.List;
import kongo.drill.plant.PoisonedMailbox;
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

/** A truck with one Goods, well and too warm by turns, some of whose readings no actor can bear. */
final class PoisonedTruck implements World {

  private static final int READINGS = 600;
  private static final int MASTER_DATA_AND_MOVES = 4;
  private static final int POISON_EVERY = 200;
  private static final int WELL_STEPS = 30;
  private static final long SECOND = 1_000;
  /** So that it is well and too warm for ten minutes each, which the shipped book tells of. */
  private static final long STEP_MILLIS = 20 * SECOND;

  private final String truck;
  private final long start = ClassicSettings.START.toEpochMilli();
  private int next;

  private PoisonedTruck(String truck) {
    this.truck = truck;
  }

  static Iterator<SimulatedRecord> records(String truck) {
    return new WorldStream(new PoisonedTruck(truck), Bounds.ofEvents(READINGS + MASTER_DATA_AND_MOVES));
  }

  /** How many of them go to the dead letters. */
  static int poisoned() {
    return READINGS / POISON_EVERY;
  }

  @Override
  public void step(RecordSink sink) {
    if (next == 0) {
      load(sink);
    }
    boolean poison = next % POISON_EVERY == POISON_EVERY - 1;
    double value = next / WELL_STEPS % 2 == 0 ? 4 : 9;
    sink.measure(truck, new Reading("temperature", poison ? PoisonedMailbox.SENSOR : "s", start + next * STEP_MILLIS, value));
    next++;
  }

  private void load(RecordSink sink) {
    String goods = truck + "-goods";
    sink.register(start, truck, new PlaceProfile(PlaceType.TRUCK, "", 0, 0, List.of(), PlaceProfile.UNLIMITED));
    sink.register(start, goods, new GoodsProfile(1_000, List.of("T2"), GoodsProfile.NEVER));
    sink.move(goods, new Move(MoveType.RECEIVE, start - SECOND, truck + "-home", ""));
    sink.move(goods, new Move(MoveType.LOAD, start, truck + "-home", truck));
  }
}
