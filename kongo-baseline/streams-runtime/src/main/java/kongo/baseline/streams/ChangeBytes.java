package kongo.baseline.streams;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a Location is told of a Goods that comes or leaves, as the value of a record whose key is the Location.
 *
 * @param rules that protect the Goods there
 */
record ChangeBytes(boolean comes, long time, long rules, String goods) {

  private static final int FIXED = 1 + 2 * Long.BYTES;

  byte[] encode() {
    byte[] id = goods.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(FIXED + id.length).put((byte) (comes ? 1 : 0)).putLong(time).putLong(rules).put(id).array();
  }

  static ChangeBytes decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new ChangeBytes(in.get() == 1, in.getLong(), in.getLong(), new String(bytes, FIXED, bytes.length - FIXED, StandardCharsets.ISO_8859_1));
  }
}
