package kongo.actors;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kongo.location.DeferralHint;

/** What is harmless at the Locations that are on this node now, told by themselves after each event. Thread-safe. */
final class DeferralHints {

  private final Map<String, DeferralHint> byLocation = new ConcurrentHashMap<>();

  void tell(String location, DeferralHint harmless) {
    byLocation.put(location, harmless);
  }

  /** The Location stops, or is in doubt. */
  void forget(String location) {
    byLocation.remove(location);
  }

  /** How many Locations are here and have told. */
  int locations() {
    return byLocation.size();
  }

  Optional<DeferralHint> at(String location) {
    return Optional.ofNullable(byLocation.get(location));
  }
}
