package kongo.location;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceAt;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Timeline;

/**
 * What rules go by of what the registry says of a Location.
 *
 * @param type for all time; empty: it is not known
 * @param limits the profile in force at each moment, as far as rules go by it
 * @param isOwn whether it is a Goods' own: rules about Locations are not about it
 */
record Place(Optional<PlaceType> type, Timeline<PlaceProfile> limits, boolean isOwn) {

  static final Place UNKNOWN = new Place(Optional.empty(), Timeline.none(), false);

  /** @param isOwn whether it is that of a Goods unless the registry says otherwise */
  static Place of(Optional<PlaceAt> word, boolean isOwn) {
    Optional<PlaceType> type = word.flatMap(PlaceAt::type);
    Timeline<PlaceProfile> limits = word.map(PlaceAt::profile).orElse(Timeline.none()).map(Place::limit);
    return new Place(type, limits, isOwn && type.isEmpty());
  }

  private static PlaceProfile limit(PlaceProfile profile) {
    return new PlaceProfile(profile.type(), "", 0, 0, List.of(), profile.maxWeightGrams());
  }

  boolean isAlwaysTheSame() {
    return limits.parts().size() == 1;
  }

  Optional<PlaceProfile> at(long time) {
    return limits.at(time);
  }
}
