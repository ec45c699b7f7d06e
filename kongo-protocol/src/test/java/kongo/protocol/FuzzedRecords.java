package kongo.protocol;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Records that follow each other: most say something usable, the others are wrong in all the ways that somebody has sent
 * or could. The same seed makes the same records.
 */
final class FuzzedRecords {

  static final long NOW = 1_795_229_550_458L;

  private static final long DAY = 86_400_000;
  private static final int AHEAD = 600_000;
  private static final long EARLIEST = 946_684_800_000L;
  private static final long LATEST = 253_402_300_799_999L;
  private static final List<String> IDS = List.of("truck-1", "w.1", "g:1", "s1", "T2", "a", "0", "urn:epc:id:sgtin:1.2.3.a%2Fb", "x".repeat(256), "https://id.gs1.org/01/7/21/A(1)?q#f", "~|$!");
  private static final List<String> OTHER_TEXTS =
      List.of(
          "", "-", " ", "a b", "truck/1", "Kühlbox", "\u007f", "a\tb", "\uD834\uDD1E", "load.weight", "aboard.T1", "rate.heat", "load.", "LOAD", "5", "9.7", "NaN", "null",
          "RECEIVE", "GOODS", "y".repeat(257), "2026-11-28T12:00:00Z", "a,b", "{", "--", ".", "loadweight");
  private static final List<String> NUMBERS =
      List.of(
          "0", "-0", "-0.0", "0.0", "1", "-1", "9.7", "21.50", "0.30000000000000004", "123456789012345", "1234567890123456",
          "12345678901234.5", "1234567890123.45678", "9007199254740993", "9223372036854775807", "9223372036854775808",
          "-9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e3", "1E+3", "5e-1", "1e400", "-1e400", "1e-400", "1e308",
          "1.7976931348623157e308", "1.7976931348623159e308", "4.9e-324", "2e-324", "1e99999999999999999999", "-1e-99999999999999999999",
          "0e99999999999", "1e0000000000001", "1000000000", "1000000000.0000000001", "999999999.9995", "0.0005", "0.00049999999999",
          "0.0000001e16", "1e9", "1e10", "1795229550458.0", "1795229550458e0", "2.6755");
  private static final List<String> NO_NUMBERS =
      List.of("01", "+1", ".5", "1.", "1e", "1e+", "0x1F", "1_0", "NaN", "-Infinity", "1,5", "--1", "-", "1.2.3", "00", "1f", "tru", "None");
  private static final List<String> UNITS =
      List.of(
          "Cel", "K", "[degF]", "%", "1", "lx", "klx", "[g]", "m/s2", "mm", "cm", "m", "[in_i]", "mm/s", "m/s", "hPa", "Pa", "kPa", "bar", "[psi]", "kg", "g",
          "t", "[lb_av]");
  private static final List<String> OTHER_UNITS = List.of("F", "C", "", "cel", "degF", "°C", "kPA", "[lb]", " Cel");
  private static final List<String> OTHERS =
      List.of("null", "true", "false", "{}", "[]", "[null]", "{\"a\":[1,{\"b\":null}]}", "[[1e9],\"x\"]", "[\"T2\"]", "\"\"");
  private static final List<String> CORRECTIONS = List.of("0", "0", "1", "1", "2", "2", "3", "3", "17", "1000000", "1000001", "-1", "-0");
  private static final List<String> SPACES = List.of("", "", "", "", " ", "\n  ", "\t", "\r\n");
  private static final String[] CHARSETS = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE", "ISO-8859-1"};
  private static final byte[][] PIECES = {
    ascii("\""), ascii("\\"), ascii("{"), ascii("}"), ascii("["), ascii("]"), ascii(","), ascii(":"), ascii("."), ascii("e"), ascii("-"),
    ascii("null"), ascii("\\u0074"), ascii("\\ud800"), ascii("\"value\":"), ascii("\"time\":1,"), ascii("0000000000000000"), ascii("//"),
    ascii("'"), {0}, {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, {(byte) 0xC3, (byte) 0xA9}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xFF}
  };

  private final SplittableRandom random;
  private final Shape shape;
  private byte[] before = {'{', '}'};

  /** One record; {@code null} for what Kafka has as null. */
  record Fuzzed(byte[] key, byte[] value, long timestamp) {}

  /** A field and how its value usually is. */
  private record Field(String name, Usual usual) {}

  /** What a field's value usually is. */
  private enum Usual {
    ID,
    TIME,
    NUMBER,
    UNIT,
    TEXT,
    IDS,
    MOVE_TYPE,
    PROFILE_TYPE,
    CORRECTION,
    FLAG
  }

  /** The fields of a topic's records; the first is the one that the key repeats. */
  enum Shape {
    SENSORS(
        new Field("location", Usual.ID), new Field("time", Usual.TIME), new Field("metric", Usual.ID), new Field("value", Usual.NUMBER),
        new Field("sensor", Usual.ID), new Field("unit", Usual.UNIT), new Field("correction", Usual.CORRECTION), new Field("void", Usual.FLAG)),
    RFID(
        new Field("goods", Usual.ID), new Field("type", Usual.MOVE_TYPE), new Field("time", Usual.TIME), new Field("warehouse", Usual.ID),
        new Field("truck", Usual.ID), new Field("from", Usual.ID), new Field("to", Usual.ID),
        new Field("correction", Usual.CORRECTION), new Field("void", Usual.FLAG)),
    REGISTRY(
        new Field("id", Usual.ID), new Field("type", Usual.PROFILE_TYPE), new Field("name", Usual.TEXT), new Field("x", Usual.NUMBER),
        new Field("y", Usual.NUMBER), new Field("categories", Usual.IDS), new Field("maxWeight", Usual.NUMBER),
        new Field("weight", Usual.NUMBER), new Field("useBy", Usual.TIME), new Field("from", Usual.TIME), new Field("route", Usual.IDS));

    private final List<Field> fields;

    Shape(Field... fields) {
      this.fields = List.of(fields);
    }
  }

  FuzzedRecords(long seed, Shape shape) {
    this.random = new SplittableRandom(seed);
    this.shape = shape;
  }

  Fuzzed next() {
    String id = chance(30) ? one(OTHER_TEXTS) : one(IDS);
    byte[] value = value(id);
    before = value;
    return new Fuzzed(key(id), chance(200) ? null : value, timestamp());
  }

  private byte[] value(String id) {
    if (chance(1_000)) {
      return before;
    }
    byte[] bytes = chance(4) ? plain(id) : encoded(object(id));
    while (chance(8)) {
      bytes = mutated(bytes);
    }
    return bytes;
  }

  private byte[] key(String id) {
    return switch (random.nextInt(100)) {
      case 0 -> null;
      case 1 -> new byte[0];
      case 2 -> utf8("\"" + id + "\"");
      case 3 -> utf8(one(OTHER_TEXTS));
      default -> utf8(id);
    };
  }

  private long timestamp() {
    return switch (random.nextInt(60)) {
      case 0 -> -1;
      case 1 -> Long.MIN_VALUE;
      case 2 -> Long.MAX_VALUE;
      case 3 -> NOW - AHEAD - 1 + random.nextInt(3);
      default -> NOW;
    };
  }

  /** All fields once, in their order, without a space and usual: what is read without a parser. */
  private byte[] plain(String id) {
    StringBuilder json = new StringBuilder("{");
    for (Field field : shape.fields) {
      if (field.usual == Usual.UNIT && chance(2) || isSeldom(field) && !chance(8)) {
        continue;
      }
      json.append(json.length() > 1 ? ",\"" : "\"").append(name(field)).append("\":").append(isKey(field) ? '"' + id + '"' : usual(field.usual));
    }
    return utf8(json.append('}').toString());
  }

  private static boolean isSeldom(Field field) {
    return field.usual == Usual.CORRECTION || field.usual == Usual.FLAG;
  }

  private boolean isKey(Field field) {
    return field == shape.fields.get(0);
  }

  /** Some readings are of a Goods' own logger, and some say so beside their location. */
  private String name(Field field) {
    return shape == Shape.SENSORS && chance(isKey(field) ? 4 : 60) && !field.name.equals("metric") ? "goods" : field.name;
  }

  private String object(String id) {
    List<String> members = new ArrayList<>();
    for (Field field : shape.fields) {
      if (!chance(isSeldom(field) || field.usual == Usual.UNIT ? 2 : 25)) {
        members.add(member(field, isKey(field) && !chance(50) ? quoted(id) : value(field)));
      }
      if (chance(25)) {
        members.add(member(field, value(field)));
      }
    }
    while (chance(5)) {
      members.add(quoted(one(OTHER_TEXTS)) + ":" + any(random.nextInt(4)));
    }
    if (chance(3)) {
      shuffle(members);
    }
    String json = "{" + space() + String.join(space() + "," + space(), members) + space() + "}";
    return chance(200) ? around(json) : json;
  }

  private String member(Field field, String value) {
    String name = chance(40) ? quoted(name(field)) : '"' + name(field) + '"';
    return name + space() + ":" + space() + value;
  }

  private String value(Field field) {
    return chance(12) ? any(3) : usual(field.usual);
  }

  private String usual(Usual usual) {
    return switch (usual) {
      case ID -> quoted(one(IDS));
      case TIME -> chance(10) ? one(NUMBERS) : Long.toString(time());
      case UNIT -> '"' + one(chance(12) ? OTHER_UNITS : UNITS) + '"';
      case NUMBER -> number();
      case TEXT -> quoted(chance(2) ? one(OTHER_TEXTS) : one(IDS));
      case IDS -> ids();
      case MOVE_TYPE -> '"' + one(List.of("RECEIVE", "LOAD", "UNLOAD", "MOVE", "DELIVER")) + '"';
      case CORRECTION -> one(CORRECTIONS);
      case FLAG -> random.nextInt(3) == 0 ? "true" : "false";
      case PROFILE_TYPE -> '"' + one(List.of("GOODS", "TRUCK", "WAREHOUSE")) + '"';
    };
  }

  /** Usual, or at one of the bounds. */
  private long time() {
    return switch (random.nextInt(30)) {
      case 0 -> EARLIEST - 2 + random.nextInt(4);
      case 1 -> LATEST - 1 + random.nextInt(4);
      case 2, 3 -> NOW + AHEAD - 1 + random.nextInt(3);
      case 4 -> NOW / 1_000;
      default -> NOW - random.nextLong(DAY);
    };
  }

  private String ids() {
    List<String> items = new ArrayList<>();
    while (chance(2)) {
      items.add(chance(20) ? any(2) : quoted(one(IDS)));
    }
    return "[" + String.join("," + space(), items) + "]";
  }

  private String number() {
    return switch (random.nextInt(6)) {
      case 0 -> one(NUMBERS);
      case 1 -> Double.toString(random.nextDouble());
      case 2 -> Long.toString(random.nextLong() >> random.nextInt(64));
      case 3 -> digits(random.nextInt(1, 20)) + "." + digits(random.nextInt(1, 20));
      default -> random.nextInt(-50, 200) + "." + random.nextInt(100);
    };
  }

  private String digits(int count) {
    char[] digits = new char[count];
    for (int i = 0; i < count; i++) {
      digits[i] = (char) ('0' + random.nextInt(i == 0 && count > 1 ? 1 : 0, 10));
    }
    return new String(digits);
  }

  private String any(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> one(NUMBERS);
      case 1 -> number();
      case 2 -> chance(6) ? one(NO_NUMBERS) : "null";
      case 3 -> quoted(one(OTHER_TEXTS));
      case 4 -> quoted(one(IDS));
      case 5 -> one(OTHERS);
      case 6 -> "[" + any(depth - 1) + "," + space() + any(depth - 1) + "]";
      case 7 -> "{" + quoted(one(OTHER_TEXTS)) + ":" + any(depth - 1) + "}";
      default -> chance(50) ? nested(random.nextInt(90, 110)) : "true";
    };
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private String quoted(String text) {
    return chance(15) ? escaped(text) : '"' + text + '"';
  }

  private String escaped(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      json.append(chance(3) ? unicode(c) : Character.toString(c));
    }
    return json.append(chance(20) ? "\\ud800\"" : "\"").toString();
  }

  private static String unicode(char c) {
    String hex = Integer.toHexString(c);
    return "\\u" + "0".repeat(4 - hex.length()) + hex;
  }

  private String around(String json) {
    return switch (random.nextInt(8)) {
      case 0 -> "[" + json + "]";
      case 1 -> json + json;
      case 2 -> '"' + json + '"';
      case 3 -> json + "x";
      case 4 -> "\u0000\u0000\u0000\u0000\u0007" + json;
      case 5 -> "\uFEFF" + json;
      case 6 -> json + " ".repeat(65_530 - Math.min(65_530, json.length()) + random.nextInt(12));
      default -> json.replace('"', '\'');
    };
  }

  private byte[] encoded(String json) {
    return chance(300) ? json.getBytes(Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)])) : utf8(json);
  }

  /** With some bytes changed, left out, put in, doubled, cut off, or those of the record before behind them. */
  private byte[] mutated(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + 1 + (chance(3) ? random.nextInt(20) : 0));
    return switch (random.nextInt(8)) {
      case 0 -> joined(bytes, 0, at, new byte[] {(byte) random.nextInt(256)}, bytes, to);
      case 1 -> joined(bytes, 0, at, new byte[] {bytes.length == 0 ? 0 : bytes[random.nextInt(bytes.length)]}, bytes, to);
      case 2 -> joined(bytes, 0, at, PIECES[random.nextInt(PIECES.length)], bytes, to);
      case 3 -> joined(bytes, 0, at, PIECES[random.nextInt(PIECES.length)], bytes, at);
      case 4 -> joined(bytes, 0, at, new byte[0], bytes, to);
      case 5 -> joined(bytes, 0, to, new byte[0], bytes, at);
      case 6 -> joined(bytes, 0, at, new byte[0], before, Math.min(at, before.length));
      default -> Arrays.copyOf(bytes, at);
    };
  }

  private static byte[] joined(byte[] first, int from, int to, byte[] middle, byte[] last, int lastFrom) {
    byte[] joined = Arrays.copyOfRange(first, from, to + middle.length + last.length - lastFrom);
    System.arraycopy(middle, 0, joined, to, middle.length);
    System.arraycopy(last, lastFrom, joined, to + middle.length, last.length - lastFrom);
    return joined;
  }

  private void shuffle(List<String> members) {
    for (int i = members.size() - 1; i > 0; i--) {
      Collections.swap(members, i, random.nextInt(i + 1));
    }
  }

  private String space() {
    return one(SPACES);
  }

  /** Once in so many times. */
  private boolean chance(int times) {
    return random.nextInt(times) == 0;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
