package kongo.reference;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import kongo.registry.PlaceProfile;
import kongo.rules.Bound;
import kongo.violation.Limit;

/**
 * Bounds at one Location.
 *
 * @param maxGrams the Location's maxWeight, as is {@code maxKilograms}; meaningless where the bounds do not name it
 */
record Bounds(Optional<Bound> lower, Optional<Bound> upper, long maxGrams, double maxKilograms) {

  /** Empty where they name a maxWeight that the Location does not have. */
  static Optional<Bounds> at(kongo.rules.Bounds bounds, Optional<PlaceProfile> profile) {
    boolean namesMaxWeight = bounds.upper().isPresent() && bounds.upper().get().maxWeight();
    long maxGrams = profile.map(PlaceProfile::maxWeightGrams).orElse(PlaceProfile.UNLIMITED);
    return namesMaxWeight && maxGrams == PlaceProfile.UNLIMITED
        ? Optional.empty()
        : Optional.of(new Bounds(bounds.lower(), bounds.upper(), maxGrams, kilograms(maxGrams)));
  }

  /** The nearest double of grams / 1000. */
  static double kilograms(long grams) {
    return BigDecimal.valueOf(grams, 3).doubleValue();
  }

  boolean brokenBy(double value) {
    return isTooLow(value) || (upper.isPresent() && isTooHigh(value, upper.get()));
  }

  /** As {@link #brokenBy} of the kilograms, but exact where the bound is the maxWeight. */
  boolean brokenByWeight(long grams) {
    boolean exact = upper.isPresent() && upper.get().maxWeight();
    return exact ? isTooLow(kilograms(grams)) || isTooHeavy(grams, upper.get()) : brokenBy(kilograms(grams));
  }

  /** How far outside the bound that it breaks a value is. */
  double distance(double value) {
    double below = lower.isPresent() ? lower.get().value() - value : Double.NEGATIVE_INFINITY;
    double above = upper.isPresent() ? value - number(upper.get()) : Double.NEGATIVE_INFINITY;
    return Math.max(below, above);
  }

  Limit limit() {
    return new Limit(side(lower, true), side(lower, false), side(upper, true), side(upper, false));
  }

  private boolean isTooLow(double value) {
    return lower.isPresent()
        && (lower.get().inclusive() ? value < lower.get().value() : value <= lower.get().value());
  }

  private boolean isTooHigh(double value, Bound bound) {
    return bound.inclusive() ? value > number(bound) : value >= number(bound);
  }

  private boolean isTooHeavy(long grams, Bound bound) {
    return bound.inclusive() ? grams > maxGrams : grams >= maxGrams;
  }

  private double number(Bound bound) {
    return bound.maxWeight() ? maxKilograms : bound.value();
  }

  private OptionalDouble side(Optional<Bound> bound, boolean inclusive) {
    return bound.isPresent() && bound.get().inclusive() == inclusive
        ? OptionalDouble.of(number(bound.get()))
        : OptionalDouble.empty();
  }
}
