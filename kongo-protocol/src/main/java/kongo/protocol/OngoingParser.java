package kongo.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * One parser that goes from value to value, since making a parser costs as much as reading a small value. Only for
 * values that are an object and nothing else; whatever is unusual is left to a parser of its own. Not thread-safe.
 */
final class OngoingParser {

  private Optional<JsonParser> parser = Optional.empty();

  /**
   * Whether the value is an object and nothing else, and its fields could be read.
   *
   * @param value is text as {@link JsonText#requireText} demands
   */
  boolean readObject(byte[] value, JsonText.Fields fields) {
    try {
      JsonParser json = parser.isPresent() ? parser.get() : begin();
      ((ByteArrayFeeder) json.getNonBlockingInputFeeder()).feedInput(value, 0, value.length);
      if (json.nextToken() == JsonToken.START_OBJECT) {
        fields.read(json);
        if (isAtEnd(json)) {
          return true;
        }
      }
    } catch (IOException unusual) {
      // A parser of its own says what is wrong with it.
    }
    parser = Optional.empty();
    return false;
  }

  private JsonParser begin() throws IOException {
    JsonParser json = JsonText.openOngoing();
    parser = Optional.of(json);
    return json;
  }

  /** Not by the next token: a number, a word or a string after the object would be taken for an unfinished one. */
  private static boolean isAtEnd(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.END_OBJECT
        && json.getParsingContext().inRoot()
        && json.releaseBuffered(OutputStream.nullOutputStream()) == 0;
  }
}
