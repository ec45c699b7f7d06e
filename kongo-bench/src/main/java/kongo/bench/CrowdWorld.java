package kongo.bench;

import java.util.List;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.simulator.RecordSink;
import kongo.simulator.World;
import kongo.simulator.world.ClassicSettings;

/**
 * Many Goods that do nothing: warehouses are registered, then Goods are registered and received one after the other, then
 * every warehouse measures once and the gates read all tags again.
 */
final class CrowdWorld implements World {

  private static final long GRAMS = 1_000;
  private static final double HARMLESS = 5;

  private final int goods;
  private final int locations;
  private long step;

  CrowdWorld(int goods, int locations) {
    this.goods = goods;
    this.locations = locations;
  }

  /** Records until all warehouses are registered. */
  long registryOfPlaces() {
    return locations;
  }

  /** Records until all Goods are in place. */
  long arrivals() {
    return 2L * goods;
  }

  /** Records until so many tags were read again. */
  long wakings(int again) {
    return locations + (long) again;
  }

  @Override
  public void step(RecordSink sink) {
    long time = ClassicSettings.START.toEpochMilli() + step;
    long arrived = step - locations;
    long woken = arrived - goods - locations;
    if (step < locations) {
      sink.register(time, place(step), new PlaceProfile(PlaceType.WAREHOUSE, place(step), 0, 0, List.of(), PlaceProfile.UNLIMITED));
    } else if (arrived < goods) {
      sink.register(time, name(arrived), new GoodsProfile(GRAMS, List.of("DRY", "EDIBLE", "T2"), GoodsProfile.NEVER));
      sink.move(name(arrived), new Move(MoveType.RECEIVE, time, place(arrived), ""));
    } else if (woken < 0) {
      sink.measure(place(arrived - goods), new Reading("temperature", "s1", time, HARMLESS));
    } else {
      sink.move(name(woken), new Move(MoveType.RECEIVE, time, place(woken % goods), ""));
    }
    step++;
  }

  private String name(long number) {
    return "goods-" + (number % goods + 1);
  }

  private String place(long number) {
    return "warehouse-" + (number % locations + 1);
  }
}
