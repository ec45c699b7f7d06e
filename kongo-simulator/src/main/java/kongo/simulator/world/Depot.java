package kongo.simulator.world;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

  private int received;

  /** @param climates those of the routes, in order */
  Depot(
      SteadySettings settings,
      SplittableRandom random,
      Agenda agenda,
      Map<Climate, Routes> routes,
      List<Climate> climates) {
    this.settings = settings;
    this.random = random;
    this.agenda = agenda;
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
    Freight goods = register(now, sink);
    boolean sensitive = goods.attributes.climate() != Climate.UNCONTROLLED;
    Climate climate = sensitive ? goods.attributes.climate() : anyClimate();
    Site warehouse = routes.get(climate).any(random);
    agenda.enter(now + 1 + random.nextLong(leastStay()), (later, out) -> store(later, out, goods, warehouse));
    return Agent.NEVER;
  }

  private Freight register(long now, RecordSink sink) {
    Attributes attributes = Attributes.draw(random, sensitiveClimates(), now, settings.useBy());
    Freight goods = new Freight("goods-" + ++received, attributes, 1 + random.nextInt(MOST_TRIPS));
    sink.register(now, goods.id, attributes.profile());
    return goods;
  }

  private long store(long now, RecordSink sink, Freight goods, Site warehouse) {
    report(sink, goods, new Move(MoveType.RECEIVE, now, warehouse.id, ""));
    keep(now, goods, warehouse);
    return Agent.NEVER;
  }

  /** A Goods comes off a truck: into the warehouse, or straight to its customer. */
  void arrive(RecordSink sink, long now, Freight goods, Site warehouse, Site truck) {
    goods.trips--;
    if (goods.trips == 0 && Draw.chance(random, DELIVERED_OFF_THE_TRUCK)) {
      report(sink, goods, new Move(MoveType.DELIVER, now, "", truck.id));
      replace(now);
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
    replace(now);
    return Agent.NEVER;
  }

  private void keep(long now, Freight goods, Site warehouse) {
    warehouse.freight.add(goods);
    goods.readyAt = now + leastStay() + Math.round(random.nextDouble() * stay);
  }

  private void replace(long now) {
    agenda.enter(now + 1 + random.nextLong(leastStay()), this::receive);
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
