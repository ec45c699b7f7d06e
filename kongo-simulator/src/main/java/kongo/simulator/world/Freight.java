package kongo.simulator.world;

import java.util.List;
import kongo.registry.GoodsProfile;

/** A Goods on its way through the steady world. */
final class Freight {

  final String id;
  final Attributes attributes;

  /** The ids of the warehouses and zones where it may be, empty: anywhere. */
  final List<String> route;

  /** How many truck trips are still before it. */
  int trips;

  /** From when on it may leave the warehouse it is in. */
  long readyAt;

  boolean isDelivered;

  Freight(String id, Attributes attributes, List<String> route, int trips) {
    this.id = id;
    this.attributes = attributes;
    this.route = route;
    this.trips = trips;
  }

  boolean mayBeAt(Site warehouse) {
    return route.isEmpty() || route.contains(warehouse.id);
  }

  GoodsProfile profile() {
    GoodsProfile profile = attributes.profile();
    return route.isEmpty() ? profile : new GoodsProfile(profile.weightGrams(), profile.categories(), profile.useBy(), route);
  }
}
