package kongo.violation;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is allowed: the bounds that a value has to keep, as numbers ({@code min} and {@code max} inclusive, {@code above} and
 * {@code below} exclusive), or how long something may last.
 *
 * @param silent how long nothing may be heard, milliseconds
 * @param stay how long a stay may last, milliseconds
 */
public record Limit(
    OptionalDouble min, OptionalDouble above, OptionalDouble max, OptionalDouble below, OptionalLong silent, OptionalLong stay) {

  public static Limit ofBounds(OptionalDouble min, OptionalDouble above, OptionalDouble max, OptionalDouble below) {
    return new Limit(min, above, max, below, OptionalLong.empty(), OptionalLong.empty());
  }

  public static Limit ofSilence(long millis) {
    return ofTime(OptionalLong.of(millis), OptionalLong.empty());
  }

  public static Limit ofStay(long millis) {
    return ofTime(OptionalLong.empty(), OptionalLong.of(millis));
  }

  private static Limit ofTime(OptionalLong silent, OptionalLong stay) {
    OptionalDouble none = OptionalDouble.empty();
    return new Limit(none, none, none, none, silent, stay);
  }
}
