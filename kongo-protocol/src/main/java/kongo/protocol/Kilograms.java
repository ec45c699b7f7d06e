package kongo.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** A weight in kilograms as written in decimal, taken to the gram. */
final class Kilograms {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal HALF_A_GRAM = new BigDecimal("0.0005");
  /** Reading decimals takes the square of their length. */
  private static final int LONGEST = 1_000;
  private static final int GRAM_DECIMALS = 3;
  /** No mantissa that a record has room for outweighs an exponent of so many digits. */
  private static final int EXPONENT_DIGITS = 6;

  private Kilograms() {}

  /** Half up to the gram, or empty unless the number as written is within 0..10^9 and not longer than 1000 characters. */
  static OptionalLong toGrams(String number) {
    if (number.length() > LONGEST) {
      return OptionalLong.empty();
    }
    BigDecimal kilograms = new BigDecimal(withShortExponent(number));
    if (kilograms.signum() < 0 || kilograms.compareTo(MOST) > 0) {
      return OptionalLong.empty();
    }
    // Only comparing is cheap whatever the exponent is.
    boolean isNothing = kilograms.compareTo(HALF_A_GRAM) < 0;
    return OptionalLong.of(isNothing ? 0 : kilograms.setScale(GRAM_DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact());
  }

  /** A number that compares the same with 0 and with all that is near a weight. */
  private static String withShortExponent(String number) {
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    if (e < 0 || number.length() - e <= EXPONENT_DIGITS) {
      return number;
    }
    boolean isNegative = number.charAt(e + 1) == '-';
    String digits = number.substring(e + 1).replaceFirst("^[+-]?0*", "");
    String exponent = digits.length() > EXPONENT_DIGITS ? "9".repeat(EXPONENT_DIGITS) : '0' + digits;
    return number.substring(0, e) + (isNegative ? "e-" : "e") + exponent;
  }
}
