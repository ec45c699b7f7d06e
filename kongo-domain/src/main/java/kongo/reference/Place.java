package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.goods.Stay;
import kongo.location.PlaceType;
import kongo.location.SeriesKey;
import kongo.registry.PlaceProfile;

/**
 * One Location with all that was measured there and all that stayed there: what its excursions follow from.
 *
 * @param profile the registry's last word on the id, if that is about a place
 */
record Place(String id, Optional<PlaceProfile> profile, Map<SeriesKey, Series> measured, List<Visit> visits) {

  private static final int MAX_OTHERS = 10;

  Optional<PlaceType> typeByProfile() {
    return profile.map(PlaceProfile::type);
  }

  PlaceType typeDuring(Stay stay) {
    return typeByProfile().orElse(stay.namedAs());
  }

  /** The Goods with a category that are here, without {@code subject}: sorted, not more than a report names. */
  List<String> othersAboard(String category, long time, String subject) {
    return visits.stream()
        .filter(visit -> visit.covers(time) && visit.carries(category))
        .map(Visit::goods)
        .filter(goods -> !goods.equals(subject))
        .sorted()
        .limit(MAX_OTHERS)
        .toList();
  }
}
