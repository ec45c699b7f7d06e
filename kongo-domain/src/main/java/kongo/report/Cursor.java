package kongo.report;

import java.util.Optional;

/**
 * A place in the lists of a report: what comes after it is the next page. Written {@code list/key}.
 *
 * @param list name of the list in which the page before ended
 * @param key of the last item on it; of its own order, not of the reader's
 */
public record Cursor(String list, String key) {

  private static final char BETWEEN = '/';

  /** Before the first item of the first list. */
  public static final Cursor START = new Cursor("", "");

  /** Nothing for what was never written by {@link #text()}. */
  public static Optional<Cursor> parse(String text) {
    int between = text.indexOf(BETWEEN);
    return between > 0 ? Optional.of(new Cursor(text.substring(0, between), text.substring(between + 1))) : Optional.empty();
  }

  public String text() {
    return list + BETWEEN + key;
  }

  public boolean isStart() {
    return list.isEmpty();
  }
}
