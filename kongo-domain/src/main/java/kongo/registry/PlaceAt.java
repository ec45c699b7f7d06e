package kongo.registry;

import java.util.Optional;
import kongo.violation.Cause;

/**
 * What the registry says of a Location.
 *
 * @param version a higher one replaces a lower one
 * @param type for all time, also where no profile is in force; empty: it is not known
 */
public record PlaceAt(long version, Optional<PlaceType> type, Timeline<PlaceProfile> profile, Cause cause) {

  /** Of a type that its profile says. */
  public PlaceAt(long version, Timeline<PlaceProfile> profile, Cause cause) {
    this(version, typeIn(profile), profile, cause);
  }

  private static Optional<PlaceType> typeIn(Timeline<PlaceProfile> profile) {
    return profile.parts().stream().flatMap(part -> part.value().stream()).map(PlaceProfile::type).findFirst();
  }
}
