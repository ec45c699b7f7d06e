package kongo.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.simulator.RecordSink;
import kongo.simulator.World;

/** The world of the original Kongo: turns of an hour in which everything is unloaded, loaded, moved and measured. */
public final class ClassicWorld implements World {

  private static final long TURN = TimeUnit.HOURS.toMillis(1);
  private static final long LOADING = TURN / 4;
  private static final long SENSING = TURN / 2;
  private static final double LOAD_CHANCE = 0.5;
  private static final double CONTROLLED = 0.8;
  private static final int LEAST_MAX_WEIGHT_KG = 1_000;
  private static final List<Climate> CLASSES = List.of(Climate.T1, Climate.T2, Climate.T3, Climate.T4, Climate.T5);

  /** A warehouse or truck. */
  private record Place(String id, Climate climate, List<Measure> measures) {}

  /** A Goods, and where it is. */
  private static final class Item {
    final String id;
    final Attributes attributes;
    int warehouse;
    int truck = NONE;

    Item(String id, Attributes attributes) {
      this.id = id;
      this.attributes = attributes;
    }
  }

  private static final int NONE = -1;

  private final ClassicSettings settings;
  private final SplittableRandom random;
  private final List<Place> warehouses = new ArrayList<>();
  private final List<Place> trucks = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final int[] round;
  private final int[] stops;

  private int turn = -1;

  public ClassicWorld(ClassicSettings settings) {
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed());
    this.round = shuffled(settings.warehouses());
    this.stops = new int[settings.trucks()];
    for (int truck = 0; truck < stops.length; truck++) {
      stops[truck] = random.nextInt(round.length);
    }
  }

  @Override
  public int turns() {
    return Math.max(turn, 0);
  }

  @Override
  public void step(RecordSink sink) {
    if (turn < 0) {
      register(sink);
    } else {
      play(sink, settings.start().toEpochMilli() + turn * TURN);
    }
    turn++;
  }

  private void play(RecordSink sink, long time) {
    if (turn == 0) {
      receive(sink, time);
    } else {
      unload(sink, time);
    }
    load(sink, time + LOADING);
    for (int truck = 0; truck < stops.length; truck++) {
      stops[truck] = (stops[truck] + 1) % round.length;
    }
    sense(sink, time + SENSING);
  }

  private void receive(RecordSink sink, long from) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      item.warehouse = suitableWarehouse(item.attributes.climate());
      long time = spread(from, LOADING, i, items.size());
      report(sink, item, new Move(MoveType.RECEIVE, time, warehouses.get(item.warehouse).id, ""));
    }
  }

  private void unload(RecordSink sink, long from) {
    List<Item> aboard = items.stream().filter(item -> item.truck != NONE).toList();
    for (int i = 0; i < aboard.size(); i++) {
      Item item = aboard.get(i);
      Place truck = trucks.get(item.truck);
      item.warehouse = round[stops[item.truck]];
      item.truck = NONE;
      long time = spread(from, LOADING, i, aboard.size());
      report(sink, item, new Move(MoveType.UNLOAD, time, warehouses.get(item.warehouse).id, truck.id));
    }
  }

  private void load(RecordSink sink, long from) {
    List<List<Integer>> standing = trucksByWarehouse();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      List<Integer> there = standing.get(item.warehouse);
      if (random.nextDouble() < LOAD_CHANCE && !there.isEmpty()) {
        item.truck = there.get(random.nextInt(there.size()));
        long time = spread(from, SENSING - LOADING, i, items.size());
        String warehouse = warehouses.get(item.warehouse).id;
        report(sink, item, new Move(MoveType.LOAD, time, warehouse, trucks.get(item.truck).id));
      }
    }
  }

  private void report(RecordSink sink, Item item, Move move) {
    if (settings.missedReads() == 0 || random.nextDouble() >= settings.missedReads()) {
      sink.move(item.id, move);
    }
  }

  private void sense(RecordSink sink, long from) {
    int places = trucks.size() + warehouses.size();
    for (int i = 0; i < places; i++) {
      Place place = i < trucks.size() ? trucks.get(i) : warehouses.get(i - trucks.size());
      long time = spread(from, TURN - SENSING, i, places);
      for (Measure measure : place.measures) {
        sink.measure(place.id, new Reading(measure.metric(), "", time, measure.anyValue(random, place.climate)));
      }
    }
  }

  /** The i-th of n times that divide a phase evenly. */
  private static long spread(long from, long length, int i, int n) {
    return from + length * i / n;
  }

  private List<List<Integer>> trucksByWarehouse() {
    List<List<Integer>> standing = new ArrayList<>();
    warehouses.forEach(warehouse -> standing.add(new ArrayList<>()));
    for (int truck = 0; truck < stops.length; truck++) {
      standing.get(round[stops[truck]]).add(truck);
    }
    return standing;
  }

  private int suitableWarehouse(Climate climate) {
    int any = random.nextInt(warehouses.size());
    if (climate == Climate.UNCONTROLLED) {
      return any;
    }
    for (int i = 0; i < warehouses.size(); i++) {
      int candidate = (any + i) % warehouses.size();
      if (warehouses.get(candidate).climate == climate) {
        return candidate;
      }
    }
    return any;
  }

  private void register(RecordSink sink) {
    long now = settings.start().toEpochMilli();
    int side = (int) Math.ceil(Math.sqrt(settings.warehouses()));
    for (int i = 0; i < settings.warehouses(); i++) {
      Place place = new Place("warehouse-" + (i + 1), anyClimate(), Measure.OF_WAREHOUSES);
      warehouses.add(place);
      double x = i % side;
      double y = Math.floorDiv(i, side);
      sink.register(now, place.id, profile(PlaceType.WAREHOUSE, place, i + 1, x, y, PlaceProfile.UNLIMITED));
    }
    for (int i = 0; i < settings.trucks(); i++) {
      Place place = new Place("truck-" + (i + 1), anyClimate(), Measure.OF_TRUCKS);
      trucks.add(place);
      sink.register(now, place.id, profile(PlaceType.TRUCK, place, i + 1, 0, 0, 1_000L * maxWeightKg()));
    }
    for (int i = 0; i < settings.goods(); i++) {
      Item item = new Item("goods-" + (i + 1), Attributes.draw(random, CLASSES, now, settings.useBy()));
      items.add(item);
      sink.register(now, item.id, item.attributes.profile());
    }
  }

  private static PlaceProfile profile(PlaceType type, Place place, int number, double x, double y, long grams) {
    String name = (type == PlaceType.TRUCK ? "Truck " : "Warehouse ") + number;
    List<String> categories = place.climate == Climate.UNCONTROLLED ? List.of() : List.of(place.climate.name());
    return new PlaceProfile(type, name, x, y, categories, grams);
  }

  private Climate anyClimate() {
    Climate climate = CLASSES.get(random.nextInt(CLASSES.size()));
    return random.nextDouble() < CONTROLLED ? climate : Climate.UNCONTROLLED;
  }

  private int maxWeightKg() {
    int least = Math.min(LEAST_MAX_WEIGHT_KG, (settings.maxWeightKg() + 1) / 2);
    return random.nextInt(least, settings.maxWeightKg() + 1);
  }

  private int[] shuffled(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
