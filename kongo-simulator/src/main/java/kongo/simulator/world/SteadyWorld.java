package kongo.simulator.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.simulator.RecordSink;
import kongo.simulator.World;

/** A realistic operation, in which most is well most of the time. */
public final class SteadyWorld implements World {

  /** Of its own, so that who registers what never changes where Goods go. */
  private static final long CLERK_SEED = 0x6A09E667F3BCC908L;

  private static final double SIDE_KM = 500;
  private static final double CONTROLLED = 0.8;
  private static final int WAREHOUSES_PER_CLIMATE = 2;
  private static final double LEAST_CAPACITY = 0.4;

  private final SteadySettings settings;
  private final long silence;
  private final SplittableRandom random;
  private final Agenda agenda = new Agenda();
  private final List<Climate> climates;
  private final Map<Climate, List<Site>> warehouses = new EnumMap<>(Climate.class);
  private final Map<Climate, Routes> routes = new EnumMap<>(Climate.class);

  private boolean begun;

  public SteadyWorld(SteadySettings settings) {
    this(settings, Duration.ZERO);
  }

  /** @param silence how long after the start no sensor reports or fails yet, while Goods come and go */
  public SteadyWorld(SteadySettings settings, Duration silence) {
    this.settings = settings;
    this.silence = silence.toMillis();
    this.random = new SplittableRandom(settings.seed());
    this.climates = climates(settings);
  }

  @Override
  public void step(RecordSink sink) {
    if (begun) {
      agenda.step(sink);
    } else {
      begun = true;
      begin(sink, settings.start().toEpochMilli());
    }
  }

  /** As many as have two warehouses and a truck each, so that Goods of each can travel. */
  private static List<Climate> climates(SteadySettings settings) {
    int possible = Math.min(settings.warehouses() / WAREHOUSES_PER_CLIMATE, settings.trucks());
    int count = Math.max(1, Math.min(Climate.CLASSES + 1, possible));
    List<Climate> climates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      climates.add(Climate.of((i + 2) % (Climate.CLASSES + 1)));
    }
    return List.copyOf(climates);
  }

  private void begin(RecordSink sink, long now) {
    climates.forEach(climate -> warehouses.put(climate, new ArrayList<>()));
    for (int i = 0; i < settings.warehouses(); i++) {
      Climate climate = climate(i, WAREHOUSES_PER_CLIMATE * climates.size());
      Site site = site("warehouse-" + (i + 1), PlaceType.WAREHOUSE, climate, PlaceProfile.UNLIMITED);
      warehouses.get(climate).add(site);
      open(sink, now, site);
      if (settings.journeys().zoneMoves() > 0) {
        openZone(sink, now, site);
      }
    }
    long travel = Math.max(1, settings.stay().toMillis() * 3 / 4);
    warehouses.forEach((climate, sites) -> routes.put(climate, new Routes(sites, travel)));
    Clerk clerk = new Clerk(new SplittableRandom(settings.seed() ^ CLERK_SEED), settings.stay().toMillis());
    Depot depot = new Depot(settings, random.split(), agenda, clerk, routes, climates);
    for (int i = 0; i < settings.trucks(); i++) {
      Climate climate = climate(i, climates.size());
      Site truck = site("truck-" + (i + 1), PlaceType.TRUCK, climate, capacityGrams());
      open(sink, now, truck);
      drive(now, truck, routes.get(climate), depot, clerk);
    }
    for (int i = 0; i < settings.goods(); i++) {
      agenda.enter(now + random.nextLong(Math.max(1, settings.stay().toMillis() / 16)), depot::receive);
    }
  }

  private void open(RecordSink sink, long now, Site site) {
    sink.register(now, site.id, site.profile());
    long phase = random.nextLong(settings.period().toMillis());
    agenda.enter(now + silence + phase, new Sensors(site, random.split(), settings, now + silence));
  }

  private void openZone(RecordSink sink, long now, Site warehouse) {
    Site zone = new Site(warehouse.id + "-zone", PlaceType.WAREHOUSE, warehouse.climate, warehouse.x, warehouse.y, PlaceProfile.UNLIMITED);
    warehouse.zone = Optional.of(zone);
    open(sink, now, zone);
  }

  private void drive(long now, Site truck, Routes round, Depot depot, Clerk clerk) {
    Trip trip = new Trip(truck, round.any(random), round, depot, clerk, random.split(), settings);
    agenda.enter(now + random.nextLong(settings.stay().toMillis()), trip);
  }

  private Site site(String id, PlaceType type, Climate climate, long maxWeightGrams) {
    double x = Measure.cents(random.nextDouble() * SIDE_KM);
    double y = Measure.cents(random.nextDouble() * SIDE_KM);
    return new Site(id, type, climate, x, y, maxWeightGrams);
  }

  /** The first ones in turn, so that each climate has its places, the others at random. */
  private Climate climate(int index, int inTurn) {
    if (index < inTurn) {
      return climates.get(index % climates.size());
    }
    boolean controlled = Draw.chance(random, CONTROLLED) || !climates.contains(Climate.UNCONTROLLED);
    List<Climate> classes = climates.stream().filter(climate -> climate != Climate.UNCONTROLLED).toList();
    return controlled ? classes.get(random.nextInt(classes.size())) : Climate.UNCONTROLLED;
  }

  private long capacityGrams() {
    double share = LEAST_CAPACITY + random.nextDouble() * (1 - LEAST_CAPACITY);
    return 1_000 * Math.max(1, Math.round(share * settings.maxWeightKg()));
  }
}
