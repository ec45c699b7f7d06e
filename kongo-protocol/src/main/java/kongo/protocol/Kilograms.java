package kongo.protocol;

import java.util.OptionalLong;

/** A weight in kilograms as written in decimal, taken to the gram. */
final class Kilograms {

  /** Of the greatest weight, 10^9 kg. */
  private static final int MAX_INTEGER_DIGITS = 10;

  private static final int GRAM_DIGITS = 3;
  private static final long EXPONENT_LIMIT = 1_000_000;

  private Kilograms() {}

  /** Half up to the gram, or empty unless the number as written is within 0..10^9. */
  static OptionalLong toGrams(String number) {
    int mantissaEnd = mantissaEnd(number);
    int start = number.charAt(0) == '-' ? 1 : 0;
    int point = number.indexOf('.');
    String digits = number.substring(start, mantissaEnd).replace(".", "");
    long integerDigits = (point < 0 ? mantissaEnd : point) - start + exponent(number, mantissaEnd);
    int leadingZeros = leadingZeros(digits);
    if (leadingZeros == digits.length()) {
      return OptionalLong.of(0);
    }
    if (start == 1) {
      return OptionalLong.empty();
    }
    return grams(digits.substring(leadingZeros), integerDigits - leadingZeros);
  }

  /** Of the number 0.digits * 10^integerDigits, whose first digit is not 0. */
  private static OptionalLong grams(String digits, long integerDigits) {
    boolean above =
        integerDigits > MAX_INTEGER_DIGITS || (integerDigits == MAX_INTEGER_DIGITS && !isPowerOfTen(digits));
    if (above) {
      return OptionalLong.empty();
    }
    int whole = (int) Math.max(integerDigits + GRAM_DIGITS, -1);
    if (whole < 0) {
      return OptionalLong.of(0);
    }
    long grams = 0;
    for (int i = 0; i < whole; i++) {
      grams = 10 * grams + digitAt(digits, i);
    }
    return OptionalLong.of(digitAt(digits, whole) >= 5 ? grams + 1 : grams);
  }

  private static int mantissaEnd(String number) {
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) == 'e' || number.charAt(i) == 'E') {
        return i;
      }
    }
    return number.length();
  }

  /** The exponent, cut off far beyond where it decides alone. */
  private static long exponent(String number, int mantissaEnd) {
    long exponent = 0;
    boolean negative = false;
    for (int i = mantissaEnd + 1; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c == '-') {
        negative = true;
      } else if (c != '+') {
        exponent = Math.min(EXPONENT_LIMIT, 10 * exponent + (c - '0'));
      }
    }
    return negative ? -exponent : exponent;
  }

  private static int leadingZeros(String digits) {
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  private static boolean isPowerOfTen(String digits) {
    return digits.charAt(0) == '1' && leadingZeros(digits.substring(1)) == digits.length() - 1;
  }

  private static int digitAt(String digits, int index) {
    return index < digits.length() ? digits.charAt(index) - '0' : 0;
  }
}
