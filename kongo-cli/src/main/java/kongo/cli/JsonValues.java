package kongo.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A text taken apart into its JSON values, each as it was written, whatever white space is within and between them. */
final class JsonValues {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonValues() {}

  /** One value, and the line on which it begins, counted from 1. */
  record Value(String text, int line) {

    boolean isArray() {
      return text.startsWith("[");
    }

    boolean isObject() {
      return text.startsWith("{");
    }
  }

  /** What is no JSON, and where that was seen. */
  static final class NotJson extends Exception {
    private static final long serialVersionUID = 1;

    private NotJson(JsonProcessingException problem) {
      super("line %d, column %d: %s".formatted(
          problem.getLocation().getLineNr(), problem.getLocation().getColumnNr(), problem.getOriginalMessage()), problem);
    }
  }

  static List<Value> of(String text) throws NotJson {
    var values = new ArrayList<Value>();
    try (var parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        values.add(next(parser, text));
      }
    } catch (JsonProcessingException problem) {
      throw new NotJson(problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  private static Value next(JsonParser parser, String text) throws IOException {
    var begin = parser.currentTokenLocation();
    parser.skipChildren();
    parser.finishToken();
    return new Value(text.substring((int) begin.getCharOffset(), (int) parser.currentLocation().getCharOffset()).strip(), begin.getLineNr());
  }
}
