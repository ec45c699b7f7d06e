package kongo.rules;

import java.util.Set;

/**
 * Which values of a metric a sensor can mean. Any other is faulty: the reading was, and has no value.
 *
 * @param min negative infinity where there is none
 * @param max positive infinity where there is none
 * @param not values by which sensors say that they are broken
 */
public record Plausible(double min, double max, Set<Double> not) {

  public Plausible {
    not = Set.copyOf(not);
  }

  /** Whether a sensor can mean this value, which is a number. */
  public boolean allows(double value) {
    return min <= value && value <= max && !not.contains(value + 0.0);
  }
}
