package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.goods.Stay;
import kongo.location.SeriesKey;
import kongo.registry.PlaceType;

/**
 * One Location with all that was measured there and all that stayed there: what its excursions follow from.
 *
 * @param isOwn whether it is a Goods' own (section 12)
 * @param clock how far time has provably come there, {@link PlaceByPlace#NOTHING} before the first sign
 */
record Place(
    Books books, String id, Profiles profiles, boolean isOwn, Map<SeriesKey, Series> measured, List<Visit> visits, long clock) {

  /** The stays of what is there as its moves named it: a Goods is no load of itself. */
  List<Visit> load() {
    return visits.stream().filter(visit -> !visit.isAtItself()).toList();
  }

  Optional<PlaceType> typeByProfile() {
    return profiles.placeType();
  }

  PlaceType typeDuring(Stay stay) {
    return typeByProfile().orElse(stay.namedAs());
  }
}
