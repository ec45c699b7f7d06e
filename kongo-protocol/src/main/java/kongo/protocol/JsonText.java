package kongo.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What makes bytes a value at all: small enough, UTF-8, RFC 8259 and not nested too deep. */
final class JsonText {

  static final int MAX_BYTES = 65_536;
  static final int MAX_DEPTH = 100;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  /** The highest bit of each of eight bytes. */
  private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_BYTES)
                  .maxStringLength(MAX_BYTES)
                  .maxNameLength(MAX_BYTES)
                  .build())
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          // Names come from outside: neither intern them nor fail on those made to collide.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private JsonText() {}

  /** Reads the fields of an object whose beginning has been read. */
  @FunctionalInterface
  interface Fields {
    void read(JsonParser json) throws IOException;
  }

  /** Reads all of a value; refuses what is not an object and nothing else. */
  static void readObject(byte[] value, Fields fields) throws Refusal {
    String text = text(value);
    try (JsonParser json = FACTORY.createParser(text)) {
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      if (object) {
        fields.read(json);
      } else {
        skipValue(json);
      }
      requireEnd(json, object, text);
    } catch (IOException problem) {
      throw refusal(problem, value, text);
    }
  }

  /** Reads to the end of the value that the parser stands at, which also proves it well-formed. */
  private static void skipValue(JsonParser json) throws IOException {
    json.skipChildren();
    json.finishToken();
  }

  private static void requireEnd(JsonParser json, boolean object, String text) throws IOException, Refusal {
    JsonToken value = json.currentToken();
    if (value == null) {
      throw NotJson.end(text);
    }
    int end = (int) json.currentLocation().getCharOffset();
    if (json.nextToken() != null) {
      throw NotJson.more(text.substring(Math.min(end, text.length())));
    }
    if (!object) {
      throw new Refusal(Reason.WRONG_TYPE, "the value must be an object, but is " + NotObject.words(value, text));
    }
  }

  /** All of the bytes as text, for a parser of bytes would guess other encodings, and takes fewer names than RFC 8259. */
  private static String text(byte[] value) throws Refusal {
    if (value == null) {
      throw new Refusal(Reason.NOT_JSON, "the record has no value");
    }
    if (value.length > MAX_BYTES) {
      throw new Refusal(Reason.TOO_LARGE, "the value has " + value.length + " bytes, and at most " + MAX_BYTES + " are taken");
    }
    return isAscii(value) ? new String(value, StandardCharsets.US_ASCII) : utf8(value);
  }

  private static String utf8(byte[] value) throws Refusal {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException malformed) {
      throw new Refusal(Reason.NOT_JSON, NotText.notUtf8(value));
    }
  }

  private static Refusal refusal(IOException problem, byte[] value, String text) {
    if (problem instanceof StreamConstraintsException) {
      return new Refusal(Reason.NESTED_TOO_DEEP, "the value is nested more than " + MAX_DEPTH + " deep");
    }
    String beginning = NotText.beginning(value);
    if (!beginning.isEmpty()) {
      return new Refusal(Reason.NOT_JSON, beginning);
    }
    boolean isCutOff = problem instanceof JsonEOFException;
    return isCutOff ? NotJson.end(text) : NotJson.at(place(problem), text);
  }

  private static long place(IOException problem) {
    boolean isKnown = problem instanceof JsonProcessingException json && json.getLocation() != null;
    return isKnown ? ((JsonProcessingException) problem).getLocation().getCharOffset() : 0;
  }

  private static boolean isAscii(byte[] value) {
    long seen = 0;
    int i = 0;
    for (; i + Long.BYTES <= value.length; i += Long.BYTES) {
      seen |= (long) EIGHT_BYTES.get(value, i);
    }
    for (; i < value.length; i++) {
      seen |= value[i] & NOT_ASCII;
    }
    return (seen & NOT_ASCII) == 0;
  }
}
