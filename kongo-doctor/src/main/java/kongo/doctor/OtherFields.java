package kongo.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;

/** Finds the fields of a JSON object that its decoder passes over. */
final class OtherFields {

  private static final int SHOWN = 30;

  // Names are anyone's: they are not kept.
  private final JsonFactory json = JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

  /**
   * Tells each with its value as text, cut short, and {@code ""} for an object or array.
   *
   * @param value a record that its decoder has taken; null has no fields
   */
  void of(byte[] value, Set<String> known, BiConsumer<String, String> action) {
    if (value == null) {
      return;
    }
    try (JsonParser parser = json.createParser(value)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (!known.contains(name)) {
          action.accept(cut(name), token.isScalarValue() ? cut(parser.getText()) : "");
        }
        parser.skipChildren();
      }
    } catch (IOException malformed) {
      // Its decoder has taken it, and that alone counts; this parser knows no more of it.
      return;
    }
  }

  private static String cut(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
  }
}
