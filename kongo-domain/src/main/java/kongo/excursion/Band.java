package kongo.excursion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import kongo.registry.PlaceProfile;
import kongo.rules.Bound;
import kongo.rules.Bounds;
import kongo.violation.Limit;

/**
 * A rule's bounds as numbers for one Location.
 *
 * @param lower negative infinity where there is none
 * @param upper positive infinity where there is none
 * @param upperGrams the upper bound when it is a {@code maxWeight}, else -1
 * @param deadband how far inside the bounds a value has to be, beside keeping them; 0: it has only to keep them
 */
public record Band(double lower, boolean lowerAllowed, double upper, boolean upperAllowed, long upperGrams, double deadband) {

  private static final long EXACT_AS_DOUBLE = 1L << 53;
  private static final double GRAMS = 1000;

  public Band(double lower, boolean lowerAllowed, double upper, boolean upperAllowed, long upperGrams) {
    this(lower, lowerAllowed, upper, upperAllowed, upperGrams, 0);
  }

  /** The band at a Location with this profile; empty when the rule does not apply there for want of a maxWeight. */
  public static Optional<Band> of(Bounds bounds, Optional<PlaceProfile> place) {
    boolean byWeight = bounds.nameMaxWeight();
    long grams = place.map(PlaceProfile::maxWeightGrams).orElse(PlaceProfile.UNLIMITED);
    if (byWeight && grams == PlaceProfile.UNLIMITED) {
      return Optional.empty();
    }
    double upper = byWeight ? kilograms(grams) : bounds.upper().map(Bound::value).orElse(Double.POSITIVE_INFINITY);
    return Optional.of(
        new Band(
            bounds.lower().map(Bound::value).orElse(Double.NEGATIVE_INFINITY),
            bounds.lower().map(Bound::inclusive).orElse(true),
            upper,
            bounds.upper().map(Bound::inclusive).orElse(true),
            byWeight ? grams : -1));
  }

  /** What was reported as the limit of a violation, which says of values only how far outside they are. */
  public static Band of(Limit reported) {
    return new Band(
        reported.min().orElse(reported.above().orElse(Double.NEGATIVE_INFINITY)), reported.min().isPresent(),
        reported.max().orElse(reported.below().orElse(Double.POSITIVE_INFINITY)), reported.max().isPresent(), -1);
  }

  /** One that also those values break that keep the bounds, but not by so much. */
  public Band within(double deadband) {
    return deadband == this.deadband ? this : new Band(lower, lowerAllowed, upper, upperAllowed, upperGrams, deadband);
  }

  /** The double nearest to grams / 1000. */
  public static double kilograms(long grams) {
    return Math.abs(grams) <= EXACT_AS_DOUBLE
        ? grams / 1000.0
        : BigDecimal.valueOf(grams, 3).doubleValue();
  }

  /** What is no number breaks nothing. */
  public boolean isBrokenBy(double value) {
    return isBelow(value) || (upperAllowed ? value > upper : value >= upper) || (deadband > 0 && isNear(value));
  }

  private boolean isNear(double value) {
    return upper - value < deadband || value - lower < deadband;
  }

  /** Of a breaking value, whether it is below the band. */
  boolean isBelow(double value) {
    return lowerAllowed ? value < lower : value <= lower;
  }

  /** Whether a weight breaks it, exact to the gram when the bound is one of grams. */
  public boolean isBrokenByGrams(long grams) {
    if (upperGrams < 0) {
      return isBrokenBy(kilograms(grams));
    }
    return isBelow(kilograms(grams)) || (upperAllowed ? grams > upperGrams : grams >= upperGrams);
  }

  /** How far outside a breaking value is. */
  public double distance(double value) {
    return Math.max(lower - value, value - upper);
  }

  /** The same of a weight: by grams, and a bound that is a number taken to the gram as a weight is. */
  public double distanceOfWeight(double kilograms) {
    long grams = Math.round(kilograms * GRAMS);
    double below = Double.isInfinite(lower) ? Double.NEGATIVE_INFINITY : kilograms(grams(lower) - grams);
    double above = Double.isInfinite(upper) ? Double.NEGATIVE_INFINITY : kilograms(grams - (upperGrams < 0 ? grams(upper) : upperGrams));
    return Math.max(below, above);
  }

  private static long grams(double kilograms) {
    return BigDecimal.valueOf(kilograms).movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  /** As it is reported. */
  public Limit limit() {
    OptionalDouble none = OptionalDouble.empty();
    OptionalDouble low = Double.isInfinite(lower) ? none : OptionalDouble.of(lower);
    OptionalDouble high = Double.isInfinite(upper) ? none : OptionalDouble.of(upper);
    return Limit.ofBounds(
        lowerAllowed ? low : none, lowerAllowed ? none : low, upperAllowed ? high : none, upperAllowed ? none : high);
  }
}
