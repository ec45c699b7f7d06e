package kongo.protocol;

import java.nio.charset.StandardCharsets;

/** What was there, as words of a dead letter's detail: cut short, on one line. */
final class Found {

  private static final int LONGEST = 60;

  private Found() {}

  static String text(String text) {
    return '"' + cut(text) + '"';
  }

  static String key(byte[] key) {
    return text(new String(key, 0, Math.min(key.length, 2 * LONGEST), StandardCharsets.UTF_8));
  }

  static String field(JsonField field) {
    return switch (field.kind()) {
      case TEXT -> "the text " + text(field.text());
      case INTEGER, DECIMAL -> cut(field.text());
      case FLAG -> field.text();
      case NULL -> "null";
      case ARRAY -> "an array";
      case OTHER -> field.text();
    };
  }

  /** What cannot be shown on a line is shown as a question mark. */
  static String cut(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().limit(LONGEST).map(c -> isShown(c) ? c : '?').forEach(line::appendCodePoint);
    return text.codePointCount(0, text.length()) > LONGEST ? line + "..." : line.toString();
  }

  private static boolean isShown(int c) {
    return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE && Character.getType(c) != Character.FORMAT;
  }
}
