package kongo.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import kongo.rules.Rate;
import kongo.violation.Limit;
import kongo.violation.Status;
import kongo.violation.Violation;

/** A violation as a sentence for people. */
final class ViolationWords {

  private ViolationWords() {}

  /** The categories are those of the violation's Goods, empty if unknown. */
  static String of(Violation violation, List<String> categories) {
    var sentence = subject(violation, categories) + ": " + what(violation) + extent(violation);
    return violation.status() == Status.RETRACTED ? "never was: " + sentence : sentence;
  }

  private static String subject(Violation violation, List<String> categories) {
    if (violation.goods() == null) {
      return violation.location();
    }
    var known = categories.isEmpty() ? "" : " (" + String.join(", ", categories) + ")";
    var where = switch (violation.kind()) {
      case MISPLACED -> "";
      case ENVIRONMENT, COLOCATION, OVERLOAD, EXPIRED -> " in " + violation.location();
    };
    return violation.goods() + known + where;
  }

  private static String what(Violation violation) {
    return switch (violation.kind()) {
      case ENVIRONMENT -> environment(violation);
      case OVERLOAD -> violation.metric().substring("load.".length()) + " " + measured(violation);
      case COLOCATION -> "together with " + violation.metric().substring("aboard.".length()) + " " + others(violation);
      case EXPIRED -> "expired";
      case MISPLACED -> "a move names " + violation.location() + ", where it was not,";
    };
  }

  private static String environment(Violation violation) {
    if (!violation.metric().startsWith(Rate.PREFIX)) {
      return violation.metric() + " " + measured(violation);
    }
    var changing = violation.metric().substring(Rate.PREFIX.length()) + " changing by ";
    return changing + number(violation.worst()) + " per hour" + bound(violation.worst(), violation.limit());
  }

  private static String others(Violation violation) {
    int shown = Math.min(3, violation.others().size());
    var more = violation.others().size() > shown ? ", ..." : "";
    return String.join(", ", violation.others().subList(0, shown)) + more;
  }

  private static String measured(Violation violation) {
    double worst = violation.worst();
    return number(worst) + bound(worst, violation.limit());
  }

  private static String bound(double worst, Limit limit) {
    if (broken(limit.max(), bound -> worst > bound)) {
      return " above " + number(limit.max().getAsDouble());
    }
    if (broken(limit.below(), bound -> worst >= bound)) {
      return " not below " + number(limit.below().getAsDouble());
    }
    if (broken(limit.min(), bound -> worst < bound)) {
      return " below " + number(limit.min().getAsDouble());
    }
    return broken(limit.above(), bound -> worst <= bound) ? " not above " + number(limit.above().getAsDouble()) : "";
  }

  private static boolean broken(OptionalDouble bound, java.util.function.DoublePredicate breaks) {
    return bound.isPresent() && breaks.test(bound.getAsDouble());
  }

  private static String extent(Violation violation) {
    var since = Instant.ofEpochMilli(violation.from()).toString();
    if (violation.to() == null) {
      return " since " + since;
    }
    long millis = violation.to() - violation.from();
    return millis == 0 ? " at " + since : " for " + duration(Duration.ofMillis(millis));
  }

  private static String duration(Duration duration) {
    if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
      return number(duration.toMillis() / 1000.0) + " s";
    }
    return duration.compareTo(Duration.ofHours(2)) < 0 ? duration.toMinutes() + " min" : duration.toHours() + " h";
  }

  private static String number(double value) {
    var text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
