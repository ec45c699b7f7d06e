package kongo.rules;

import java.util.Optional;

/** The limits of a value, at least one of the two. */
public record Bounds(Optional<Bound> lower, Optional<Bound> upper) {

  /** Those of a rule; what is wrong with them is noted. */
  static Bounds read(Fields fields) {
    Optional<Bound> lower = atMostOne(fields, "min", "above", false);
    Optional<Bound> upper = atMostOne(fields, "max", "below", true);
    if (!fields.has("min") && !fields.has("max") && !fields.has("above") && !fields.has("below")) {
      fields.refuse("has to have at least one of the keys min, max, above and below");
    }
    if (lower.isPresent() && upper.isPresent() && !leaveRoom(lower.get(), upper.get())) {
      fields.refuse(fields.has("min") ? "min" : "above",
          "has to be below the upper bound, or equal to it if both are inclusive (min and max)");
    }
    return new Bounds(lower, upper);
  }

  private static Optional<Bound> atMostOne(Fields fields, String inclusive, String exclusive, boolean mayNameMaxWeight) {
    if (fields.has(inclusive) && fields.has(exclusive)) {
      fields.refuse(exclusive, "is not allowed beside " + inclusive + ", a rule has at most one of them");
    }
    Optional<Bound> first = fields.bound(inclusive, true, mayNameMaxWeight);
    Optional<Bound> second = fields.bound(exclusive, false, mayNameMaxWeight);
    return first.or(() -> second);
  }

  private static boolean leaveRoom(Bound lower, Bound upper) {
    boolean bothInclusive = lower.inclusive() && upper.inclusive();
    return upper.maxWeight()
        || lower.value() < upper.value()
        || (bothInclusive && lower.value() == upper.value());
  }

  /** Whether one of them is the Location's {@code maxWeight}. */
  public boolean nameMaxWeight() {
    return upper.map(Bound::maxWeight).orElse(false);
  }

  String hashed() {
    return lower.map(Bounds::text).orElse("") + "|" + upper.map(Bounds::text).orElse("");
  }

  private static String text(Bound bound) {
    String number = bound.maxWeight() ? "maxWeight" : Double.toString(bound.value());
    return (bound.inclusive() ? "inclusive " : "exclusive ") + number;
  }
}
