package kongo.protocol;

import java.nio.charset.StandardCharsets;

/** A bounded memory of identifiers already seen, so that the same characters give the same String without a copy. */
final class IdentifierCache {

  private static final int SLOTS = 1 << 15;

  private final String[] slots = new String[SLOTS];

  /** The identifier that these ASCII characters are, or {@code ""} where they are none. */
  String get(byte[] ascii, int from, int length) {
    if (length > Identifiers.MAX_LENGTH) {
      return "";
    }
    int slot = slotOf(ascii, from, length);
    String known = slots[slot];
    if (known != null && matches(known, ascii, from, length)) {
      return known;
    }
    String fresh = new String(ascii, from, length, StandardCharsets.US_ASCII);
    if (!Identifiers.isValid(fresh)) {
      return "";
    }
    slots[slot] = fresh;
    return fresh;
  }

  private static int slotOf(byte[] ascii, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + ascii[i];
    }
    return (hash ^ hash >>> 15) & SLOTS - 1;
  }

  private static boolean matches(String known, byte[] ascii, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != ascii[from + i]) {
        return false;
      }
    }
    return true;
  }
}
