package kongo.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Goes through a value without a parser, field by field: one object whose fields are plain numbers and strings without
 * escapes, as sensors send them by the hundred thousand. Gives up where anything is unusual, also where it is wrong; a
 * parser then says what it is. Not thread-safe.
 */
final class FlatObject {

  /** So many digits are exact as a double, and so is this power of ten: their quotient is the nearest double. */
  private static final int EXACT_DIGITS = 15;
  /** More are not usual. */
  private static final int MOST_DIGITS = 25;
  private static final double[] POWERS = new double[EXACT_DIGITS + 1];

  static {
    Arrays.setAll(POWERS, i -> Math.pow(10, i));
  }

  private byte[] bytes = {};
  private int at;
  private boolean first;
  private boolean whole;

  private int nameFrom;
  private int nameTo;
  private boolean isText;
  private int textFrom;
  private int textTo;
  private int numberFrom;
  private int numberTo;
  private boolean exact;
  private boolean negative;
  private long digits;
  private int decimals;

  /** Stands before the first field of that value. */
  void open(byte[] value) {
    bytes = value;
    at = 0;
    first = true;
    whole = false;
  }

  /** Goes to the next field; false at the end, and where it gives up. */
  boolean next() {
    if (first) {
      first = false;
      return skip('{') && field();
    }
    if (skip(',')) {
      return field();
    }
    whole = skip('}') && at == bytes.length;
    return false;
  }

  /** Whether all of the value has been gone through. */
  boolean isWhole() {
    return whole;
  }

  boolean isNamed(byte[] name) {
    return Arrays.equals(bytes, nameFrom, nameTo, name, 0, name.length);
  }

  boolean isText() {
    return isText;
  }

  /** The text of the field, or {@code ""} where it is no identifier. */
  String identifier(IdentifierCache identifiers) {
    return identifiers.get(bytes, textFrom, textTo - textFrom);
  }

  /** Whether it is one of few enough digits. */
  boolean isInteger() {
    return exact && decimals == 0;
  }

  long integer() {
    return negative ? -digits : digits;
  }

  /** The nearest double; zero has no sign. */
  double number() {
    if (!exact) {
      return Double.parseDouble(new String(bytes, numberFrom, numberTo - numberFrom, StandardCharsets.ISO_8859_1)) + 0.0;
    }
    double magnitude = digits / POWERS[decimals];
    return (negative ? -magnitude : magnitude) + 0.0;
  }

  private boolean field() {
    skipSpace();
    if (!text()) {
      return false;
    }
    nameFrom = textFrom;
    nameTo = textTo;
    return skip(':') && value();
  }

  /** Whatever the field is, nothing of a number before it may be taken for its own. */
  private boolean value() {
    exact = false;
    skipSpace();
    isText = at < bytes.length && bytes[at] == '"';
    return isText ? text() : plainNumber();
  }

  private boolean text() {
    if (at >= bytes.length || bytes[at] != '"') {
      return false;
    }
    textFrom = ++at;
    while (at < bytes.length && bytes[at] != '"') {
      // Control characters and all that is not ASCII, too.
      if (bytes[at] < ' ' || bytes[at] == '\\') {
        return false;
      }
      at++;
    }
    textTo = at++;
    return textTo < bytes.length;
  }

  /** Ends where there is no more digit; what follows is looked at by whoever expects something there. */
  private boolean plainNumber() {
    numberFrom = at;
    negative = at < bytes.length && bytes[at] == '-';
    at += negative ? 1 : 0;
    digits = 0;
    int begin = at;
    int whole = readDigits();
    boolean isNumber = whole == 1 || whole > 1 && bytes[begin] != '0';
    decimals = 0;
    if (isNumber && at < bytes.length && bytes[at] == '.') {
      at++;
      decimals = readDigits();
      isNumber = decimals > 0;
    }
    numberTo = at;
    exact = isNumber && whole + decimals <= EXACT_DIGITS;
    return isNumber && whole + decimals <= MOST_DIGITS;
  }

  private int readDigits() {
    int from = at;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      digits = 10 * digits + bytes[at++] - '0';
    }
    return at - from;
  }

  private boolean skip(char expected) {
    skipSpace();
    boolean there = at < bytes.length && bytes[at] == expected;
    at += there ? 1 : 0;
    return there;
  }

  private void skipSpace() {
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
  }
}
