package kongo.protocol;

import java.util.Arrays;

/** The alphabet of identifiers (section 1 of docs/semantics.md). */
public final class Identifiers {

  public static final int MAX_LENGTH = 128;

  private static final boolean[] ALPHABET = new boolean[128];

  static {
    Arrays.fill(ALPHABET, 'A', 'Z' + 1, true);
    Arrays.fill(ALPHABET, 'a', 'z' + 1, true);
    Arrays.fill(ALPHABET, '0', '9' + 1, true);
    "._:-".chars().forEach(c -> ALPHABET[c] = true);
  }

  private Identifiers() {}

  public static boolean isValid(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || text.equals("-")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ALPHABET.length || !ALPHABET[c]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a record's key is this id; identifiers are ASCII, so a byte is a character. */
  static boolean isKey(byte[] key, String id) {
    if (key == null || key.length != id.length()) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (key[i] != id.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static void requireKey(byte[] key, String field, String id) throws Refusal {
    if (!isKey(key, id)) {
      throw new Refusal(Reason.KEY_MISMATCH, mismatch(key, field, id));
    }
  }

  private static String mismatch(byte[] key, String field, String id) {
    if (key == null) {
      return "the record has no key: its key must be its " + field + ", " + Found.text(id);
    }
    String sentence = "the key is " + Found.key(key) + ", but must be the " + field + ", " + Found.text(id);
    return isKey(key, '"' + id + '"') ? sentence + ", without quotes: use a serializer of plain text for keys" : sentence;
  }

  /** What text that is none is instead, in words. */
  static String problem(String text) {
    if (text.isEmpty() || text.equals("-")) {
      return Found.text(text) + ", which is no identifier";
    }
    if (text.length() > MAX_LENGTH) {
      return Found.text(text) + ", which is longer than " + MAX_LENGTH + " characters";
    }
    String first = text.codePoints().filter(c -> !isAllowed(c)).mapToObj(Character::toString).findFirst().orElse("");
    return Found.text(text) + ", but an identifier has only A-Z a-z 0-9 . _ : - and no " + Found.text(first);
  }

  private static boolean isAllowed(int c) {
    return c < ALPHABET.length && ALPHABET[c];
  }
}
