package kongo.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON objects as bytes; the same object has the same bytes on every JVM. */
final class JsonOutput {

  /** A double of whole numbers below this is written as an integer. */
  private static final double WHOLE = 1e12;

  private static final int USUAL_BYTES = 512;

  /** JVMs differ in how they write a double; this writes the shortest decimal that is read back as the same one. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private JsonOutput() {}

  /** Writes the fields of an object. */
  @FunctionalInterface
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return bytes.toByteArray();
  }

  /** @throws IllegalArgumentException for what JSON has no number for */
  static void number(JsonGenerator json, String name, double number) throws IOException {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no " + number);
    }
    if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
      json.writeNumberField(name, (long) number);
    } else {
      json.writeNumberField(name, number);
    }
  }

  /** Null where there is none. */
  static void numberOrNull(JsonGenerator json, String name, Double number) throws IOException {
    if (number == null) {
      json.writeNullField(name);
    } else {
      number(json, name, number);
    }
  }

  /** Null where there is none. */
  static void integerOrNull(JsonGenerator json, String name, Long number) throws IOException {
    if (number == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, number);
    }
  }

  /** A number as an item of an array. */
  static void number(JsonGenerator json, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }

  static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
