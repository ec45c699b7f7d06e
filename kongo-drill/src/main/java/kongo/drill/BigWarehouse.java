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

/** A warehouse full of Goods that have to be cool, and readings of its temperature. */
final class BigWarehouse {

  private static final long START = ClassicSettings.START.toEpochMilli();
  private static final long SECOND = 1_000;
  private static final int WELL_BEFORE = 50;
  private static final int TOO_WARM = 300;
  private static final int WELL_AFTER = 50;

  private final String name;
  private final int goods;

  BigWarehouse(String name, int goods) {
    this.name = name;
    this.goods = goods;
  }

  /** The profile and the receipt of each Goods. */
  Iterator<SimulatedRecord> arrival() {
    return new WorldStream(new Arrival(), Bounds.ofEvents(1 + 2L * goods));
  }

  /** Well, too warm, and well again. */
  Iterator<SimulatedRecord> failure() {
    return new WorldStream(new Failure(), Bounds.ofEvents(WELL_BEFORE + TOO_WARM + WELL_AFTER));
  }

  private final class Arrival implements World {
    private int next;

    @Override
    public void step(RecordSink sink) {
      if (next == 0) {
        sink.register(START, name, new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED));
      }
      String id = name + "-goods-" + next;
      sink.register(START + next, id, new GoodsProfile(1_000, List.of("T2"), GoodsProfile.NEVER));
      sink.move(id, new Move(MoveType.RECEIVE, START + next, name, ""));
      next++;
    }
  }

  private final class Failure implements World {
    private int next;

    @Override
    public void step(RecordSink sink) {
      boolean warm = next >= WELL_BEFORE && next < WELL_BEFORE + TOO_WARM;
      sink.measure(name, new Reading("temperature", "", START + goods + next * SECOND, warm ? 12 : 5));
      next++;
    }
  }
}
