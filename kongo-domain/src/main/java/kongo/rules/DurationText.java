package kongo.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as rule books write them: a number and its unit, exactly. The parser's own arithmetic goes by doubles, and would take
 * 4.1s for what is no whole number of milliseconds.
 */
final class DurationText {

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,30}(?:\\.[0-9]{1,30})?) *(ms|s|m|h|d)");
  private static final Map<String, BigDecimal> MILLIS =
      Map.of(
          "ms", BigDecimal.ONE, "s", new BigDecimal(1_000), "m", new BigDecimal(60_000), "h", new BigDecimal(3_600_000),
          "d", new BigDecimal(86_400_000));

  private DurationText() {}

  /** Milliseconds; empty if it is written otherwise, or is no whole number of them that a long holds. */
  static OptionalLong millis(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(new BigDecimal(written.group(1)).multiply(MILLIS.get(written.group(2))).longValueExact());
    } catch (ArithmeticException notWhole) {
      return OptionalLong.empty();
    }
  }
}
