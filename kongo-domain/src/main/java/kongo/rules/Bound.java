package kongo.rules;

/**
 * One side of a rule's limit.
 *
 * @param inclusive whether the bound itself is allowed ({@code min}, {@code max}) or not ({@code above}, {@code below})
 * @param maxWeight whether the number is the Location's {@code maxWeight}; then {@code value} is meaningless
 */
public record Bound(double value, boolean inclusive, boolean maxWeight) {}
