package kongo.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Bytes of anyone's, made fit for a terminal: nothing in them moves the cursor or turns the text. */
final class Printable {

  private Printable() {}

  /** The first characters; what is longer ends with dots and the number of bytes. */
  static String start(byte[] value, int longest) {
    if (value == null) {
      return "(no value)";
    }
    // A character has at most four bytes.
    var text = new String(Arrays.copyOf(value, Math.min(value.length, 4 * longest)), StandardCharsets.UTF_8);
    boolean isWhole = text.length() <= longest && value.length <= 4 * longest;
    return isWhole ? of(text) : of(text.substring(0, Math.min(longest, text.length()))) + "... (%,d bytes)".formatted(value.length);
  }

  static String of(String text) {
    return text.codePoints().mapToObj(Printable::shown).collect(Collectors.joining());
  }

  private static String shown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          character == '\n' ? " " : "\\u%04x".formatted(character);
      default -> Character.toString(character);
    };
  }
}
