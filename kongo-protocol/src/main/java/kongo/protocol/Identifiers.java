package kongo.protocol;

import java.nio.charset.StandardCharsets;

/** What an identifier is made of (section 1 of docs/semantics.md). */
public final class Identifiers {

  public static final int MAX_LENGTH = 256;

  /** For people who have to write one. */
  public static final String WORDS = "1 to " + MAX_LENGTH + " printable characters of ASCII without spaces, and not \"-\" alone";

  private static final char FIRST = '!';
  private static final char LAST = '~';

  private Identifiers() {}

  public static boolean isValid(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || text.equals("-")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isAllowed(text.charAt(i))) {
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
    if (isKey(key, '"' + id + '"')) {
      return sentence + ", without quotes: use a serializer of plain text for keys";
    }
    boolean sameLetters = id.equalsIgnoreCase(new String(key, StandardCharsets.ISO_8859_1));
    return sameLetters ? sentence + ": upper and lower case differ" : sentence;
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
    return Found.text(text) + ", but an identifier has only printable characters of ASCII without spaces, and no " + Found.text(first);
  }

  private static boolean isAllowed(int c) {
    return c >= FIRST && c <= LAST;
  }
}
