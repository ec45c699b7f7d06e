package kongo.report;

import java.util.HexFormat;
import java.util.Optional;

/**
 * A place in the lists of a report: what comes after it is the next page. Written {@code list/key}, where each character
 * of the key that may mean something in an address is {@code ~} and its two hexadecimal digits. So the text is the same
 * whether it is put into an address as it is or encoded for it.
 *
 * @param list name of the list in which the page before ended
 * @param key of the last item on it, in ASCII; of its own order, not of the reader's
 */
public record Cursor(String list, String key) {

  private static final char BETWEEN = '/';
  private static final char ESCAPE = '~';
  private static final String PLAIN = "._:-/";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Before the first item of the first list. */
  public static final Cursor START = new Cursor("", "");

  /** Nothing for what was never written by {@link #text()}. */
  public static Optional<Cursor> parse(String text) {
    int between = text.indexOf(BETWEEN);
    if (between <= 0) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(text.substring(0, between), unescaped(text.substring(between + 1)));
    return cursor.text().equals(text) ? Optional.of(cursor) : Optional.empty();
  }

  public String text() {
    StringBuilder text = new StringBuilder(list).append(BETWEEN);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (isPlain(c)) {
        text.append(c);
      } else {
        text.append(ESCAPE).append(HEX.toHexDigits((byte) c));
      }
    }
    return text.toString();
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
  }

  private static String unescaped(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean isEscaped = text.charAt(i) == ESCAPE && i + 2 < text.length() && isHex(text, i + 1) && isHex(text, i + 2);
      key.append(isEscaped ? (char) HexFormat.fromHexDigits(text, i + 1, i + 3) : text.charAt(i));
      i += isEscaped ? 2 : 0;
    }
    return key.toString();
  }

  private static boolean isHex(String text, int at) {
    return HexFormat.isHexDigit(text.charAt(at));
  }

  public boolean isStart() {
    return list.isEmpty();
  }
}
