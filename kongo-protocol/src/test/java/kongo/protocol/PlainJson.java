package kongo.protocol;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * RFC 8259 word for word, as a tree of Map, List, String, {@link Number}, Boolean and {@link #NULL}: the plainest parser
 * that there can be, to compare with.
 */
final class PlainJson {

  static final Object NULL = new Object();

  private static final int MAX_DEPTH = 100;
  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  /** A number as written. */
  record Number(String text) {
    boolean isInteger() {
      return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
    }
  }

  /** The text is no value. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The value is nested more than 100 deep, and well-formed as far as it was read. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /** The one value that the text is. */
  static Object read(String text) {
    PlainJson json = new PlainJson(text);
    json.space();
    Object value = json.value(1);
    json.space();
    json.require(json.at == text.length());
    return value;
  }

  private Object value(int depth) {
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", NULL);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    open('{', depth);
    Map<String, Object> fields = new LinkedHashMap<>();
    boolean more = peek() != '}';
    while (more) {
      space();
      String name = string();
      space();
      take(':');
      space();
      fields.put(name, value(depth + 1));
      space();
      more = peek() == ',';
      at += more ? 1 : 0;
    }
    take('}');
    return fields;
  }

  private List<Object> array(int depth) {
    open('[', depth);
    List<Object> items = new ArrayList<>();
    boolean more = peek() != ']';
    while (more) {
      space();
      items.add(value(depth + 1));
      space();
      more = peek() == ',';
      at += more ? 1 : 0;
    }
    take(']');
    return items;
  }

  private void open(char bracket, int depth) {
    take(bracket);
    if (depth > MAX_DEPTH) {
      throw new TooDeep();
    }
    space();
  }

  private String string() {
    take('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      require(c >= ' ');
      string.append(c == '\\' ? escaped() : c);
    }
    take('"');
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    if (c == 'u') {
      return (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
    }
    require(ESCAPES.indexOf(c) >= 0);
    return ESCAPED.charAt(ESCAPES.indexOf(c));
  }

  private int hex() {
    char c = peek();
    at++;
    require(HexFormat.isHexDigit(c));
    return HexFormat.fromHexDigit(c);
  }

  private Number number() {
    int from = at;
    skip("-");
    if (!skip("0")) {
      digits();
    }
    if (skip(".")) {
      digits();
    }
    if (skip("eE")) {
      skip("+-");
      digits();
    }
    return new Number(text.substring(from, at));
  }

  private void digits() {
    int from = at;
    while (skip("0123456789")) {
      // the next one
    }
    require(at > from);
  }

  private boolean skip(String oneOf) {
    boolean there = at < text.length() && oneOf.indexOf(text.charAt(at)) >= 0;
    at += there ? 1 : 0;
    return there;
  }

  private Object word(String word, Object meaning) {
    require(text.startsWith(word, at));
    at += word.length();
    return meaning;
  }

  private void space() {
    while (skip(" \t\r\n")) {
      // the next one
    }
  }

  private char peek() {
    require(at < text.length());
    return text.charAt(at);
  }

  private void take(char expected) {
    require(peek() == expected);
    at++;
  }

  private void require(boolean holds) {
    if (!holds) {
      throw new Malformed();
    }
  }
}
