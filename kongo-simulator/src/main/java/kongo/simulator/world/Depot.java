package kongo.simulator.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.simulator.RecordSink;

/** What becomes of the Goods in the warehouses: received, stored, delivered, and replaced by new ones. */
final class Depot {

  private static final double DELIVERED_OFF_THE_TRUCK = 0.3;
  private static final int MOST_TRIPS = 6;

  private final SteadySettings settings;
  private final SplittableRandom random;
  private final Agenda agenda;
  private final Gate gate;
  private final Map<Climate, Routes> routes;
  private final List<Climate> climates;
  private final long stay;
  private final Clerk clerk;

  private int received;

  /**
   * @param clerk for profiles that change
   * @param climates those of the routes, in order
   */
  Depot(
      SteadySettings settings,
      SplittableRandom random,
      Agenda agenda,
      Clerk clerk,
      Map<Climate, Routes> routes,
      List<Climate> climates) {
    this.settings = settings;
    this.random = random;
    this.agenda = agenda;
    this.clerk = clerk;
    this.routes = routes;
    this.climates = climates;
    this.stay = settings.stay().toMillis();
    this.gate = new Gate(random, settings, agenda, leastStay());
  }

  void report(RecordSink sink, Freight goods, Move move) {
    gate.report(sink, goods.id, move);
  }

  /** A new Goods appears in the registry and soon after in a warehouse that suits it. */
  long receive(long now, RecordSink sink) {
    return receive(now, sink, Optional.empty());
  }

  /** @param tag of one that was delivered, which the new one gets */
  private long receive(long now, RecordSink sink, Optional<String> tag) {
    Attributes attributes = Attributes.draw(random, sensitiveClimates(), now, settings.useBy());
    int trips = 1 + random.nextInt(MOST_TRIPS);
    boolean sensitive = attributes.climate() != Climate.UNCONTROLLED;
    Routes places = routes.get(sensitive ? attributes.climate() : anyClimate());
    Site warehouse = places.any(random);
    Freight goods = new Freight(tag.orElseGet(this::newTag), attributes, route(places, warehouse), trips);
    if (tag.isPresent()) {
      sink.registerFrom(now, goods.id, goods.profile(), now);
    } else {
      sink.register(now, goods.id, goods.profile());
    }
    attachLogger(now, goods);
    agenda.enter(now + 1 + random.nextLong(leastStay()), (later, out) -> store(later, out, goods, warehouse));
    return Agent.NEVER;
  }

  private void attachLogger(long now, Freight goods) {
    if (goods.attributes.climate() != Climate.UNCONTROLLED && Draw.happens(random, settings.devices().loggers())) {
      long first = now + random.nextLong(settings.period().toMillis());
      agenda.enter(first, new BoxLogger(goods, random.split(), settings, first));
    }
  }

  private String newTag() {
    return "goods-" + ++received;
  }

  /** With where it is received, and zones. */
  private List<String> route(Routes places, Site first) {
    if (!Draw.happens(random, settings.journeys().routed())) {
      return List.of();
    }
    return Stream.concat(Stream.of(first), places.some(random).stream())
        .flatMap(warehouse -> Stream.concat(Stream.of(warehouse), warehouse.zone.stream()))
        .map(place -> place.id)
        .distinct()
        .toList();
  }

  private long store(long now, RecordSink sink, Freight goods, Site warehouse) {
    report(sink, goods, new Move(MoveType.RECEIVE, now, warehouse.id, ""));
    keep(now, goods, warehouse);
    return Agent.NEVER;
  }

  /** Whether it is unloaded where the truck stands: on its route, or by mistake. */
  boolean getsOff(Freight goods, Site warehouse) {
    return goods.mayBeAt(warehouse) || Draw.happens(random, settings.journeys().wrongDeliveries());
  }

  /** A Goods comes off a truck: into the warehouse, or straight to its customer. */
  void arrive(RecordSink sink, long now, Freight goods, Site warehouse, Site truck) {
    goods.trips--;
    if (goods.trips == 0 && Draw.chance(random, DELIVERED_OFF_THE_TRUCK)) {
      report(sink, goods, new Move(MoveType.DELIVER, now, "", truck.id));
      replace(now, goods);
      return;
    }
    report(sink, goods, new Move(MoveType.UNLOAD, now, warehouse.id, truck.id));
    keep(now, goods, warehouse);
    if (goods.trips == 0) {
      agenda.enter(goods.readyAt, (later, out) -> deliver(later, out, goods, warehouse));
    }
  }

  private long deliver(long now, RecordSink sink, Freight goods, Site warehouse) {
    warehouse.freight.remove(goods);
    report(sink, goods, new Move(MoveType.DELIVER, now, warehouse.id, ""));
    replace(now, goods);
    return Agent.NEVER;
  }

  private void keep(long now, Freight goods, Site warehouse) {
    warehouse.freight.add(goods);
    goods.readyAt = now + leastStay() + Math.round(random.nextDouble() * stay);
    if (warehouse.zone.isPresent() && Draw.happens(random, settings.journeys().zoneMoves())) {
      agenda.enter(now + (goods.readyAt - now) / 3, (later, out) -> enterZone(later, out, goods, warehouse));
    }
    if (Draw.happens(random, settings.journeys().profileChanges())) {
      agenda.enter(now + (goods.readyAt - now) / 2, (later, out) -> register(later, out, goods));
    }
  }

  /** Unless its tag is somebody else's by now. */
  private long register(long now, RecordSink sink, Freight goods) {
    if (!goods.isDelivered) {
      clerk.change(now, sink, goods);
    }
    return Agent.NEVER;
  }

  /** Unless it has left already. */
  private long enterZone(long now, RecordSink sink, Freight goods, Site warehouse) {
    if (warehouse.freight.remove(goods)) {
      report(sink, goods, Move.between(now, warehouse.id, warehouse.zone.orElseThrow().id));
      agenda.enter(now + (goods.readyAt - now) / 2, (later, out) -> leaveZone(later, out, goods, warehouse));
    }
    return Agent.NEVER;
  }

  /** Nobody says from where. */
  private long leaveZone(long now, RecordSink sink, Freight goods, Site warehouse) {
    warehouse.freight.add(goods);
    report(sink, goods, Move.between(now, "", warehouse.id));
    return Agent.NEVER;
  }

  private void replace(long now, Freight gone) {
    gone.isDelivered = true;
    boolean isReused = Draw.happens(random, settings.journeys().reusedTags());
    Optional<String> tag = Optional.of(gone.id).filter(id -> isReused);
    agenda.enter(now + 1 + random.nextLong(leastStay()), (later, out) -> receive(later, out, tag));
  }

  private Climate anyClimate() {
    return climates.get(random.nextInt(climates.size()));
  }

  /** There always is one: {@link Climate#UNCONTROLLED} is never the only climate of a world. */
  private List<Climate> sensitiveClimates() {
    return climates.stream().filter(climate -> climate != Climate.UNCONTROLLED).toList();
  }

  private long leastStay() {
    return Math.max(2, stay / 8);
  }

  /** Between two reads of tags at one dock. */
  long readGap() {
    return Math.max(1, stay / 2_000);
  }

  /** How long a truck waits at the dock for Goods to become ready. */
  long docking() {
    return Math.max(2, stay / 8);
  }

  /** How much too early a Goods leaves when somebody fills a truck at all costs. */
  long patience() {
    return stay;
  }
}
