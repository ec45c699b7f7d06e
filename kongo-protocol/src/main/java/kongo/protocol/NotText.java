package kongo.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Says of bytes that are no UTF-8 text of JSON what they seem to be. */
final class NotText {

  private static final int CONFLUENT_HEADER = 5;

  private NotText() {}

  /** Empty where nothing is known to be wrong with how they begin. */
  static String beginning(byte[] value) {
    if (begins(value, 0xEF, 0xBB, 0xBF)) {
      return "the value begins with a byte order mark: write UTF-8 without it";
    }
    if (begins(value, 0x1F, 0x8B)) {
      return "the value is compressed with gzip: send it as it is, and let the producer compress (compression.type)";
    }
    if (begins(value, 0xFE, 0xFF) || begins(value, 0xFF, 0xFE) || begins(value, 0, '{') || begins(value, '{', 0) || begins(value, 0, 0, 0, '{')) {
      return "the value seems to be UTF-16 or UTF-32: write UTF-8";
    }
    if (value.length > CONFLUENT_HEADER && value[0] == 0) {
      int schema = ByteBuffer.wrap(value).getInt(1);
      return "the value begins with the 5 bytes of a schema registry (schema " + schema + "): "
          + (value[CONFLUENT_HEADER] == '{' ? "use a serializer of plain JSON" : "it may be Avro or Protobuf, and plain JSON is expected");
    }
    return "";
  }

  static String notUtf8(byte[] value) {
    String beginning = beginning(value);
    if (!beginning.isEmpty()) {
      return beginning;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(value);
    decoder.decode(bytes, CharBuffer.allocate(value.length), true);
    int at = bytes.position();
    String near = new String(value, Math.max(0, at - 12), Math.min(24, value.length - Math.max(0, at - 12)), StandardCharsets.ISO_8859_1);
    return "not UTF-8 at byte %d (%02X), near %s; is it ISO 8859-1?".formatted(at, value[at] & 0xFF, Found.text(near));
  }

  private static boolean begins(byte[] value, int... with) {
    if (value.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((value[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
