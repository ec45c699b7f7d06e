package kongo.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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

  private static final int MAX_DETAIL = 200;

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
      requireEnd(json, object);
    } catch (IOException problem) {
      throw refusal(problem);
    }
  }

  /** Reads to the end of the value that the parser stands at, which also proves it well-formed. */
  private static void skipValue(JsonParser json) throws IOException {
    json.skipChildren();
    json.finishToken();
  }

  private static void requireEnd(JsonParser json, boolean object) throws IOException, Refusal {
    if (json.currentToken() == null) {
      throw new Refusal(Reason.NOT_JSON, "the value is empty");
    }
    if (json.nextToken() != null) {
      throw new Refusal(Reason.NOT_JSON, "there is more after the value");
    }
    if (!object) {
      throw new Refusal(Reason.WRONG_TYPE, "the value is not an object");
    }
  }

  /** All of the bytes as text, for a parser of bytes would guess other encodings, and takes fewer names than RFC 8259. */
  private static String text(byte[] value) throws Refusal {
    if (value == null) {
      throw new Refusal(Reason.NOT_JSON, "there is no value");
    }
    if (value.length > MAX_BYTES) {
      throw new Refusal(Reason.TOO_LARGE, value.length + " bytes are more than " + MAX_BYTES);
    }
    return isAscii(value) ? new String(value, StandardCharsets.US_ASCII) : utf8(value);
  }

  private static String utf8(byte[] value) throws Refusal {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
    } catch (CharacterCodingException malformed) {
      throw new Refusal(Reason.NOT_JSON, "not UTF-8");
    }
  }

  private static Refusal refusal(IOException problem) {
    if (problem instanceof StreamConstraintsException) {
      return new Refusal(Reason.NESTED_TOO_DEEP, "nested more than " + MAX_DEPTH + " deep");
    }
    String detail =
        problem instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(problem.getMessage());
    return new Refusal(Reason.NOT_JSON, detail.substring(0, Math.min(detail.length(), MAX_DETAIL)));
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
