package kongo.cli;

import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads points in time: 2026-11-21T08:00:00Z, or milliseconds since 1970. */
final class TimeText implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      return text.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
    } catch (DateTimeException problem) {
      throw new TypeConversionException("[" + text + "] is no time: write it as 2026-11-21T08:00:00Z, or in milliseconds since 1970");
    }
  }
}
