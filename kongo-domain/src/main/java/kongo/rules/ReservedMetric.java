package kongo.rules;

import java.util.Arrays;
import java.util.Optional;

/** The metrics that sensors may not name since they are computed: here a name becomes a kind of condition. */
public enum ReservedMetric {
  RATE(Rate.PREFIX, "there is rate.<METRIC> of what is measured") {
    @Override
    Optional<Condition> condition(String name, Bounds bounds, long holdMillis) {
      boolean isMeasured = Fields.isIdentifier(name) && !isReserved(name);
      return isMeasured ? Optional.of(new Rate(name, bounds, holdMillis)) : Optional.empty();
    }
  },
  LOAD("load.", "there are load.weight and load.count") {
    @Override
    Optional<Condition> condition(String name, Bounds bounds, long holdMillis) {
      return switch (name) {
        case "weight" -> Optional.of(new LoadWeight(bounds));
        case "count" -> Optional.of(new LoadCount(bounds));
        default -> Optional.empty();
      };
    }
  },
  ABOARD(Aboard.PREFIX, "there is aboard.<CATEGORY>") {
    @Override
    Optional<Condition> condition(String name, Bounds bounds, long holdMillis) {
      return Fields.isIdentifier(name) ? Optional.of(new Aboard(name, bounds)) : Optional.empty();
    }
  };

  private static final ReservedMetric[] ALL = values();

  private final String prefix;
  private final String known;

  ReservedMetric(String prefix, String known) {
    this.prefix = prefix;
    this.known = known;
  }

  /** The condition on the metric with this name after the prefix; empty if there is no such metric. */
  abstract Optional<Condition> condition(String name, Bounds bounds, long holdMillis);

  /** Whether sensors may not name it. */
  public static boolean isReserved(String metric) {
    for (ReservedMetric reserved : ALL) {
      if (metric.startsWith(reserved.prefix)) {
        return true;
      }
    }
    return false;
  }

  static Optional<ReservedMetric> of(String metric) {
    return Arrays.stream(ALL).filter(reserved -> metric.startsWith(reserved.prefix)).findFirst();
  }

  String nameIn(String metric) {
    return metric.substring(prefix.length());
  }

  /** What a rule book may name. */
  String allowed() {
    return "of " + prefix + "* " + known;
  }
}
