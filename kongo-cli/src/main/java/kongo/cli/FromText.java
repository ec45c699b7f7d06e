package kongo.cli;

import java.time.Instant;
import kongo.rules.RuleHistory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads from when on something holds: a time of this era, now, or ever. */
final class FromText implements ITypeConverter<Long> {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  @Override
  public Long convert(String text) {
    return switch (text) {
      case "ever" -> RuleHistory.EVER;
      case "now" -> System.currentTimeMillis();
      default -> ofThisEra(text).toEpochMilli();
    };
  }

  /** Nothing is judged of another one: what is from then on is from ever or never, and mostly seconds were meant. */
  private static Instant ofThisEra(String text) {
    Instant time = new TimeText().convert(text);
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new TypeConversionException(
          "[%s] is %s: it has to be within the years 2000 to 9999, in milliseconds if it is a number, or ever".formatted(text, time));
    }
    return time;
  }
}
