package kongo.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.simulator.RecordSink;

/** A truck's endless round: unload at the dock, load, drive to another warehouse of its climate. */
final class Trip implements Agent {

  private static final double LEAST_SHARE = 0.3;
  private static final double MOST_SHARE = 0.9;

  /** What the truck does next. */
  private enum Phase {
    ARRIVING,
    UNLOADING,
    LOADING
  }

  private final Site truck;
  private final Routes routes;
  private final Depot depot;
  private final Clerk clerk;
  private final SplittableRandom random;
  private final SteadySettings settings;

  private Site dock;
  private Phase phase = Phase.ARRIVING;
  private List<Freight> gettingOff = List.of();
  private long loadUntil;
  private boolean overload;
  private double share;
  private boolean limited;

  Trip(Site truck, Site dock, Routes routes, Depot depot, Clerk clerk, SplittableRandom random, SteadySettings settings) {
    this.truck = truck;
    this.dock = dock;
    this.routes = routes;
    this.depot = depot;
    this.clerk = clerk;
    this.random = random;
    this.settings = settings;
  }

  @Override
  public long act(long now, RecordSink sink) {
    if (phase == Phase.ARRIVING) {
      phase = Phase.UNLOADING;
      gettingOff = new ArrayList<>(truck.freight.stream().filter(goods -> depot.getsOff(goods, dock)).toList());
    }
    return phase == Phase.UNLOADING ? unload(now, sink) : load(now, sink);
  }

  private long unload(long now, RecordSink sink) {
    if (gettingOff.isEmpty()) {
      plan(now);
      return now + depot.readGap();
    }
    Freight goods = gettingOff.remove(gettingOff.size() - 1);
    truck.freight.remove(goods);
    depot.arrive(sink, now, goods, dock, truck);
    return now + depot.readGap();
  }

  /** An overload that found too few Goods is tried again on the next trip. */
  private void plan(long now) {
    phase = Phase.LOADING;
    loadUntil = now + depot.docking();
    overload = overload || Draw.chance(random, settings.overloads());
    share = LEAST_SHARE + random.nextDouble() * (MOST_SHARE - LEAST_SHARE);
  }

  private long load(long now, RecordSink sink) {
    int candidate = isFull() ? -1 : candidate(now);
    if (candidate >= 0) {
      Freight goods = dock.freight.remove(candidate);
      truck.freight.add(goods);
      depot.report(sink, goods, new Move(MoveType.LOAD, now, dock.id, truck.id));
      return now + depot.readGap();
    }
    return now < loadUntil && !isFull() ? Math.min(loadUntil, now + 10 * depot.readGap()) : depart(now, sink);
  }

  private long depart(long now, RecordSink sink) {
    changeLimit(now, sink);
    overload = overload && truck.weightGrams() <= truck.maxWeightGrams;
    phase = Phase.ARRIVING;
    Site next = routes.next(random, dock);
    long arrival = now + routes.travel(random, dock, next);
    dock = next;
    return arrival;
  }

  /** For a trip; it is loaded as before. */
  private void changeLimit(long now, RecordSink sink) {
    if (limited) {
      clerk.unlimit(now, sink, truck);
      limited = false;
    } else if (Draw.happens(random, settings.journeys().profileChanges())) {
      clerk.limit(now, sink, truck);
      limited = true;
    }
  }

  private boolean isFull() {
    long weight = truck.weightGrams();
    return overload ? weight > truck.maxWeightGrams : weight >= share * truck.maxWeightGrams;
  }

  /** The index of a Goods to load, -1 if none will do. */
  private int candidate(long now) {
    boolean incompatible = !truck.freight.isEmpty() && Draw.chance(random, settings.incompatible());
    int conflicting = incompatible ? find(now, true) : -1;
    return conflicting >= 0 ? conflicting : find(now, false);
  }

  private int find(long now, boolean conflicting) {
    List<Freight> stored = dock.freight;
    int first = stored.isEmpty() ? 0 : random.nextInt(stored.size());
    long room = overload ? Long.MAX_VALUE : truck.maxWeightGrams - truck.weightGrams();
    for (int i = 0; i < stored.size(); i++) {
      int index = (first + i) % stored.size();
      Freight goods = stored.get(index);
      boolean ready = goods.trips > 0 && (overload ? now >= goods.readyAt - depot.patience() : now >= goods.readyAt);
      if (ready && goods.attributes.weightGrams() <= room && truck.conflictsWith(goods) == conflicting) {
        return index;
      }
    }
    return -1;
  }
}
