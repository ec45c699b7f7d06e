package kongo.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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

  /** What a value is to them, given how far inside them is clear. */
  Mark mark(double value, double deadband) {
    if (brokenBy(value)) {
      return Mark.OUT;
    }
    boolean clearOfLower = lower.isEmpty() || value - lower.get().value() >= deadband;
    boolean clearOfUpper = upper.isEmpty() || number(upper.get()) - value >= deadband;
    return clearOfLower && clearOfUpper ? Mark.CLEAR : Mark.BETWEEN;
  }

  /** How far outside a weight is in kilograms, to the gram. */
  double distanceOfWeight(long grams) {
    BigDecimal weight = BigDecimal.valueOf(grams, 3);
    Optional<BigDecimal> below = lower.map(bound -> toTheGram(bound).subtract(weight));
    Optional<BigDecimal> above = upper.map(bound -> weight.subtract(toTheGram(bound)));
    return Stream.of(below, above).flatMap(Optional::stream).max(Comparator.naturalOrder()).orElseThrow().doubleValue();
  }

  private BigDecimal toTheGram(Bound bound) {
    return bound.maxWeight()
        ? BigDecimal.valueOf(maxGrams, 3)
        : BigDecimal.valueOf(bound.value()).setScale(3, RoundingMode.HALF_UP);
  }

  /** How far outside the bound that it breaks a value is. */
  double distance(double value) {
    double below = lower.isPresent() ? lower.get().value() - value : Double.NEGATIVE_INFINITY;
    double above = upper.isPresent() ? value - number(upper.get()) : Double.NEGATIVE_INFINITY;
    return Math.max(below, above);
  }

  Limit limit() {
    return Limit.ofBounds(side(lower, true), side(lower, false), side(upper, true), side(upper, false));
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
