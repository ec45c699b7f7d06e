package kongo.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalLong;

/** JSON numbers as written, read without ever expanding an exponent. */
final class Numbers {

  /** A JSON integer of fewer characters fits into 64 bits. */
  static final int SAFE_LONG_LENGTH = 19;

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
  static double toDouble(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return json.getDoubleValue() + 0.0;
    }
    return json.getTextLength() < SAFE_LONG_LENGTH ? json.getLongValue() : toDouble(json.getText());
  }

  static double toDouble(String number) {
    return Double.parseDouble(number) + 0.0;
  }
}
