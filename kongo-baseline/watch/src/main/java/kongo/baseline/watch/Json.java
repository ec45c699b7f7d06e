package kongo.baseline.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;

/** Streaming JSON, set up for speed. */
final class Json {

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  /** Takes one field; the parser stands at its value. */
  @FunctionalInterface
  interface Field {
    void take(String name, JsonParser json) throws IOException;
  }

  private Json() {}

  /** Whether it was an object whose fields could all be taken. */
  static boolean read(byte[] value, Field field) {
    if (value == null) {
      return false;
    }
    try (JsonParser json = FACTORY.createParser(value)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        field.take(name, json);
      }
      return true;
    } catch (IOException malformed) {
      return false;
    }
  }
}
