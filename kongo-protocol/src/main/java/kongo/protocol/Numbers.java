package kongo.protocol;

import java.util.OptionalLong;

/** JSON numbers as written, read without ever expanding an exponent. */
final class Numbers {

  private static final int LONGEST_LONG = 20;

  private Numbers() {}

  /** The integer, or empty where it needs more than 64 bits. */
  static OptionalLong toLong(String digits) {
    if (digits.length() > LONGEST_LONG) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(digits));
    } catch (NumberFormatException tooLarge) {
      return OptionalLong.empty();
    }
  }

  /** The nearest double, infinite beyond its range; zero has no sign. */
  static double toDouble(String number) {
    return Double.parseDouble(number) + 0.0;
  }
}
