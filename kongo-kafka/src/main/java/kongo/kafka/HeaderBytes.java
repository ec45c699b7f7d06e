package kongo.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers of a record as bytes: how many there are, and to be kept. */
public final class HeaderBytes {

  /** What Kafka writes at most beside name and value. */
  private static final int OVERHEAD = 10;
  private static final int NULL = -1;
  private static final byte[] NONE = new byte[0];

  private HeaderBytes() {}

  public static int of(Header header) {
    return OVERHEAD + name(header).length + Math.max(0, length(header.value()));
  }

  private static byte[] name(Header header) {
    return header.key().getBytes(StandardCharsets.UTF_8);
  }

  private static int length(byte[] value) {
    return value == null ? NULL : value.length;
  }

  /** How many of them, from the first on, have not more than so many bytes together. */
  public static int fitting(Header[] headers, int most) {
    int bytes = 0;
    int fit = 0;
    while (fit < headers.length && bytes + of(headers[fit]) <= most) {
      bytes += of(headers[fit++]);
    }
    return fit;
  }

  /** What {@link #unpacked} makes headers of again; nothing if there are none. */
  static byte[] packed(Headers headers) {
    // Not an iterator, which every record would pay for, and hardly any has headers.
    Header[] all = headers.toArray();
    if (all.length == 0) {
      return NONE;
    }
    ByteBuffer bytes = ByteBuffer.allocate(Arrays.stream(all).mapToInt(HeaderBytes::of).sum());
    for (Header header : all) {
      pack(header, bytes);
    }
    bytes.flip();
    byte[] packed = new byte[bytes.remaining()];
    bytes.get(packed);
    return packed;
  }

  /** Of what was cut only the headers can concern a record that is kept: a longer key or value is never used. */
  private static void pack(Header header, ByteBuffer to) {
    if (header instanceof CutNote note) {
      to.putInt(NULL).putInt(note.amount());
      return;
    }
    byte[] name = name(header);
    to.putInt(name.length).put(name).putInt(length(header.value()));
    if (header.value() != null) {
      to.put(header.value());
    }
  }

  static Headers unpacked(byte[] packed) {
    Headers headers = new RecordHeaders();
    ByteBuffer from = ByteBuffer.wrap(packed);
    while (from.hasRemaining()) {
      int length = from.getInt();
      if (length == NULL) {
        headers.add(new CutNote(CutNote.Part.HEADERS, from.getInt(), ""));
      } else {
        String name = new String(bytes(from, length), StandardCharsets.UTF_8);
        headers.add(name, bytes(from, from.getInt()));
      }
    }
    return headers;
  }

  private static byte[] bytes(ByteBuffer from, int length) {
    if (length == NULL) {
      return null;
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }
}
