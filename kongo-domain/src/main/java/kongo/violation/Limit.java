package kongo.violation;

import java.util.OptionalDouble;

/**
 * The bounds that a value has to keep, as numbers: {@code min} and {@code max} inclusive, {@code above} and {@code
 * below} exclusive.
 */
public record Limit(OptionalDouble min, OptionalDouble above, OptionalDouble max, OptionalDouble below) {}
