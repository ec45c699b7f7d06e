package kongo.rules;

import java.util.OptionalDouble;

/** Reads what keeps a rule with bounds from crying wolf. */
final class DampingReader {

  static final String DEADBAND = "deadband";
  static final String MERGE = "merge";
  static final String DELAY = "delay";

  private DampingReader() {}

  static Damping read(Fields fields, Bounded condition) {
    OptionalDouble deadband = fields.number(DEADBAND, 0, false, "a finite number above 0");
    if (fields.has(DEADBAND) && !condition.isMeasured()) {
      fields.refuse(DEADBAND, "is only allowed where the metric is measured, not on " + condition.metric());
    } else if (deadband.isPresent() && isTooWide(deadband.getAsDouble(), condition.bounds())) {
      fields.refuse(DEADBAND, "is more than half of what is between the two bounds, so no value could end an excursion");
    }
    return new Damping(deadband.orElse(0), fields.millis(MERGE).orElse(0), fields.millis(DELAY).orElse(0));
  }

  private static boolean isTooWide(double deadband, Bounds bounds) {
    boolean areNumbers = bounds.lower().isPresent() && bounds.upper().isPresent() && !bounds.nameMaxWeight();
    return areNumbers && 2 * deadband > bounds.upper().get().value() - bounds.lower().get().value();
  }
}
