package kongo.rules;

import java.util.List;
import java.util.Optional;
import kongo.registry.PlaceType;

/**
 * A demand on what is measured or computed at a place (section 6 of docs/semantics.md).
 *
 * @param at the only kind of place where it holds; empty: anywhere
 * @param categories sorted; the Goods that carry at least one of them; empty exactly when the subject is LOCATION
 */
public record Rule(
    String name, Condition condition, Optional<PlaceType> at, Subject subject, List<String> categories) {

  public String metric() {
    return condition.metric();
  }

  /** Whether the rule is for another kind of place than this one is known to be. */
  public boolean excludes(Optional<PlaceType> place) {
    return at.isPresent() && place.isPresent() && place.get() != at.get();
  }
}
