package kongo.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;

/** A warehouse or truck of the steady world, and the Goods in it. */
final class Site {

  final String id;
  final PlaceType type;
  final Climate climate;
  final double x;
  final double y;
  final long maxWeightGrams;
  final List<Freight> freight = new ArrayList<>();

  /** A part of a warehouse that is a place of its own. */
  Optional<Site> zone = Optional.empty();

  Site(String id, PlaceType type, Climate climate, double x, double y, long maxWeightGrams) {
    this.id = id;
    this.type = type;
    this.climate = climate;
    this.x = x;
    this.y = y;
    this.maxWeightGrams = maxWeightGrams;
  }

  boolean isTruck() {
    return type == PlaceType.TRUCK;
  }

  double distanceTo(Site other) {
    double dx = x - other.x;
    double dy = y - other.y;
    return Math.sqrt(dx * dx + dy * dy);
  }

  long weightGrams() {
    return freight.stream().mapToLong(goods -> goods.attributes.weightGrams()).sum();
  }

  boolean conflictsWith(Freight newcomer) {
    for (Freight aboard : freight) {
      if (aboard.attributes.conflictsWith(newcomer.attributes)) {
        return true;
      }
    }
    return false;
  }

  PlaceProfile profile() {
    return profile(maxWeightGrams);
  }

  /** With another limit. */
  PlaceProfile profile(long maxWeightGrams) {
    String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1).replace('-', ' ');
    List<String> categories = climate == Climate.UNCONTROLLED ? List.of() : List.of(climate.name());
    return new PlaceProfile(type, name, x, y, categories, maxWeightGrams);
  }
}
