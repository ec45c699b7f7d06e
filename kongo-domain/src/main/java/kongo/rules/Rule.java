package kongo.rules;

import java.util.List;
import java.util.Optional;
import kongo.location.PlaceType;

/**
 * A limit on one metric (section 6 of docs/semantics.md).
 *
 * @param at the only kind of place where it holds; empty: anywhere
 * @param categories sorted; the Goods that carry at least one of them; empty exactly when the subject is LOCATION
 * @param holdMillis how long a measured value holds at most
 */
public record Rule(
    String name,
    String metric,
    Optional<Bound> lower,
    Optional<Bound> upper,
    Optional<PlaceType> at,
    Subject subject,
    List<String> categories,
    long holdMillis) {

  public static final String LOAD_WEIGHT = "load.weight";
  public static final String LOAD_COUNT = "load.count";
  public static final String ABOARD = "aboard.";

  /** Whether the metric is computed from who is there instead of being measured. */
  public boolean isDerived() {
    return metric.startsWith("load.") || metric.startsWith(ABOARD);
  }

  /** Whether the rule is for another kind of place than this one is known to be. */
  public boolean excludes(Optional<PlaceType> place) {
    return at.isPresent() && place.isPresent() && place.get() != at.get();
  }

  /** The category that an {@code aboard.} metric counts. */
  public String countedCategory() {
    return metric.substring(ABOARD.length());
  }
}
