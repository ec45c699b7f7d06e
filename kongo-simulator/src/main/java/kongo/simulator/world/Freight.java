package kongo.simulator.world;

/** A Goods on its way through the steady world. */
final class Freight {

  final String id;
  final Attributes attributes;

  /** How many truck trips are still before it. */
  int trips;

  /** From when on it may leave the warehouse it is in. */
  long readyAt;

  Freight(String id, Attributes attributes, int trips) {
    this.id = id;
    this.attributes = attributes;
    this.trips = trips;
  }
}
