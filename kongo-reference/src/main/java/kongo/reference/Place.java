package kongo.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kongo.goods.Stay;
import kongo.location.SeriesKey;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;

/**
 * One Location with all that was measured there and all that stayed there: what its excursions follow from.
 *
 * @param profile the registry's last word on the id, if that is about a place
 */
record Place(String id, Optional<PlaceProfile> profile, Map<SeriesKey, Series> measured, List<Visit> visits) {

  Optional<PlaceType> typeByProfile() {
    return profile.map(PlaceProfile::type);
  }

  PlaceType typeDuring(Stay stay) {
    return typeByProfile().orElse(stay.namedAs());
  }
}
