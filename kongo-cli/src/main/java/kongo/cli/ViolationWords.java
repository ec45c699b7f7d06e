package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import kongo.rules.Rate;
import kongo.violation.Kind;
import kongo.violation.Limit;
import kongo.violation.Status;
import kongo.violation.Violation;

/** A violation as a sentence for people. */
final class ViolationWords {

  private static final double LEAST_ROUNDED = 0.005;
  private static final double MOST_ROUNDED = 1e12;

  private ViolationWords() {}

  /** The categories are those of the violation's Goods, empty if unknown. */
  static String of(Violation violation, List<String> categories) {
    var sentence = subject(violation, categories) + ": " + what(violation) + extent(violation);
    return violation.status() == Status.RETRACTED ? "never was: " + sentence : severity(violation) + sentence;
  }

  private static String severity(Violation violation) {
    return violation.severity().name().toLowerCase(Locale.ROOT) + ": ";
  }

  private static String subject(Violation violation, List<String> categories) {
    if (violation.goods() == null) {
      return violation.location();
    }
    var known = categories.isEmpty() ? "" : " (" + String.join(", ", categories) + ")";
    if (isAtItself(violation)) {
      return violation.goods() + known + " at itself (its own logger)";
    }
    var where = switch (violation.kind()) {
      case MISPLACED -> "";
      case ENVIRONMENT, COLOCATION, OVERLOAD, EXPIRED, MISROUTED, SILENCE, OVERSTAY -> " in " + violation.location();
    };
    return violation.goods() + known + where;
  }

  private static boolean isAtItself(Violation violation) {
    boolean isHeard = violation.kind() == Kind.ENVIRONMENT || violation.kind() == Kind.SILENCE;
    return isHeard && violation.goods().equals(violation.location());
  }

  /** What is wrong, without who, where and when. */
  static String what(Violation violation) {
    return switch (violation.kind()) {
      case ENVIRONMENT -> environment(violation);
      case OVERLOAD -> violation.metric().substring("load.".length()) + " " + measured(violation);
      case COLOCATION -> together(violation);
      case EXPIRED -> "expired";
      case SILENCE -> "no " + violation.metric() + " for " + time(violation.limit().silent());
      case OVERSTAY -> "there for " + time(violation.limit().stay());
      case MISROUTED -> "not on its route";
      // The record does not say what the move was: it was read there, whether it was to come or to leave.
      case MISPLACED -> "read at " + violation.location() + " while it was elsewhere";
    };
  }

  private static String environment(Violation violation) {
    if (!violation.metric().startsWith(Rate.PREFIX)) {
      return violation.metric() + " " + measured(violation);
    }
    return violation.metric().substring(Rate.PREFIX.length()) + " changing by " + measured(violation, " per hour");
  }

  /** Where none is allowed it is enough to say which there are. */
  private static String together(Violation violation) {
    var category = violation.metric().substring("aboard.".length());
    var aboard = violation.goods() == null ? " aboard" : "";
    var with = violation.goods() == null ? "" : "together with ";
    if (allowsNone(violation.limit())) {
      return with + category + (aboard.isEmpty() ? "" : aboard + ":") + " " + others(violation);
    }
    var others = violation.others().isEmpty() ? "" : ": " + others(violation);
    return with + measured(violation, " " + category + aboard) + others;
  }

  private static boolean allowsNone(Limit limit) {
    return limit.max().orElse(1) < 1 || limit.below().orElse(2) <= 1;
  }

  private static String others(Violation violation) {
    int shown = Math.min(3, violation.others().size());
    var more = violation.others().size() > shown ? ", ..." : "";
    return String.join(", ", violation.others().subList(0, shown)) + more;
  }

  private static String measured(Violation violation) {
    return measured(violation, "");
  }

  private static String measured(Violation violation, String unit) {
    double worst = violation.worst();
    Limit limit = violation.limit();
    if (broken(limit.max(), bound -> worst > bound)) {
      return compared(worst, unit + " above ", limit.max());
    }
    if (broken(limit.below(), bound -> worst >= bound)) {
      return compared(worst, unit + " not below ", limit.below());
    }
    if (broken(limit.min(), bound -> worst < bound)) {
      return compared(worst, unit + " below ", limit.min());
    }
    return broken(limit.above(), bound -> worst <= bound) ? compared(worst, unit + " not above ", limit.above()) : number(worst) + unit;
  }

  /** Rounded as long as they are not the same then. */
  private static String compared(double worst, String how, OptionalDouble bound) {
    double other = bound.getAsDouble();
    boolean blurs = worst != other && number(worst).equals(number(other));
    return blurs ? exactly(worst) + how + exactly(other) : number(worst) + how + number(other);
  }

  private static boolean broken(OptionalDouble bound, java.util.function.DoublePredicate breaks) {
    return bound.isPresent() && breaks.test(bound.getAsDouble());
  }

  private static String extent(Violation violation) {
    var from = Instant.ofEpochMilli(violation.from()).toString();
    boolean isOpen = violation.to() == null;
    var length = isOpen ? "" : duration(Duration.ofMillis(violation.to() - violation.from()));
    return switch (violation.kind()) {
      // They begin when what is allowed is over.
      case SILENCE -> " by " + from + (isOpen ? ", and none since" : ", and none for " + length + " more");
      case OVERSTAY -> " by " + from + (isOpen ? ", and still" : ", and for " + length + " more");
      case MISPLACED -> ", at " + from;
      case ENVIRONMENT, COLOCATION, OVERLOAD, EXPIRED, MISROUTED -> isOpen ? " since " + from : " for " + length;
    };
  }

  private static String time(OptionalLong millis) {
    return duration(Duration.ofMillis(millis.orElseThrow()));
  }

  static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
      return number(duration.toMillis() / 1000.0) + " s";
    }
    if (duration.compareTo(Duration.ofHours(2)) < 0) {
      return duration.toMinutes() + " min";
    }
    return duration.compareTo(Duration.ofDays(2)) < 0 ? duration.toHours() + " h" : duration.toDays() + " d";
  }

  private static String number(double value) {
    if (value != 0 && (Math.abs(value) < LEAST_ROUNDED || Math.abs(value) > MOST_ROUNDED)) {
      return exactly(value);
    }
    // Zero has no sign.
    var text = String.format(Locale.ROOT, "%.2f", value + 0.0);
    return text.replaceAll("\\.?0+$", "");
  }

  private static String exactly(double value) {
    return Double.toString(value).replaceAll("\\.0$", "");
  }
}
