package kongo.cli;

import kongo.rules.RuleHistory;
import picocli.CommandLine.ITypeConverter;

/** Reads from when on something holds: a time, now, or ever. */
final class FromText implements ITypeConverter<Long> {

  @Override
  public Long convert(String text) {
    return switch (text) {
      case "ever" -> RuleHistory.EVER;
      case "now" -> System.currentTimeMillis();
      default -> new TimeText().convert(text).toEpochMilli();
    };
  }
}
