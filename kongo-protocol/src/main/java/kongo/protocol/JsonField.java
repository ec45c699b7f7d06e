package kongo.protocol;

import java.util.List;

/**
 * One field's value as written.
 *
 * @param text of a TEXT its characters, of a number its digits, of a FLAG {@code true} or {@code false}, of an OTHER what it is in words, else empty
 * @param items of an ARRAY, else empty
 */
record JsonField(Kind kind, String text, List<JsonField> items) {

  /** The types of JSON that a record tells apart. */
  enum Kind {
    NULL,
    TEXT,
    INTEGER,
    DECIMAL,
    FLAG,
    ARRAY,
    OTHER
  }

  static final JsonField ABSENT = new JsonField(Kind.NULL, "", List.of());

  /** @param what it is, in words */
  static JsonField other(String what) {
    return new JsonField(Kind.OTHER, what, List.of());
  }

  boolean isAbsent() {
    return kind == Kind.NULL;
  }

  boolean isEmptyText() {
    return kind == Kind.TEXT && text.isEmpty();
  }

  boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.DECIMAL;
  }
}
