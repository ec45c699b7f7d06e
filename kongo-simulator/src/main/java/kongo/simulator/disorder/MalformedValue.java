package kongo.simulator.disorder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kongo.protocol.Feed;

/** A record that section 2 of docs/semantics.md refuses. */
record MalformedValue(String key, byte[] value) {

  private static final String KEY = "nobody-1";

  private static final String TIME = "1700000000000";
  private static final String SENSOR =
      "{\"time\":" + TIME + ",\"location\":\"nobody-1\",\"metric\":\"temperature\",\"value\":9.5,\"sensor\":\"s1\"}";
  private static final String RFID =
      "{\"type\":\"LOAD\",\"time\":" + TIME + ",\"goods\":\"nobody-1\",\"warehouse\":\"nowhere-1\",\"truck\":\"nowhere-2\"}";
  private static final String REGISTRY = "{\"type\":\"GOODS\",\"id\":\"nobody-1\",\"weight\":1,\"categories\":[\"T1\"]}";

  /** Not for the registry, where a record without a value and without a key is none of anybody. */
  private static final String[] WITHOUT_KEY = {null};

  private static final int TOO_DEEP = 101;
  private static final int TOO_LARGE = 70_000;

  private static final List<MalformedValue> SENSORS =
      of(
          SENSOR,
          Stream.of(
              replace("\"time\":" + TIME + ",", ""),
              replace(TIME, '"' + TIME + '"'),
              replace(TIME, TIME + ".0"),
              replace(TIME, "1.7e12"),
              replace(TIME, "-1"),
              replace(TIME, "1000"),
              replace(TIME, "1700000000"),
              replace(TIME, TIME + "000"),
              replace(TIME, "9223372036854775808"),
              replace(TIME, "9223372036854775807"),
              replace("\"location\":\"nobody-1\",", ""),
              replace("\"location\":\"nobody-1\",", "\"goods\":null,"),
              replace("\"location\":\"nobody-1\",", "\"goods\":7,"),
              replace("\"location\"", "\"goods\":\"nobody-1\",\"location\""),
              replace("\"nobody-1\"", "\"no body\""),
              replace("\"temperature\"", "\"load.weight\""),
              replace("\"temperature\"", "\"aboard.EDIBLE\""),
              replace("\"temperature\"", "null"),
              replace("9.5", "1e400"),
              replace("9.5", "\"9.5\""),
              replace("9.5", "NaN"),
              replace("9.5", "9.5,\"unit\":\"F\""),
              replace("9.5", "9.5,\"unit\":7"),
              replace("9.5", "1e308,\"unit\":\"bar\""),
              replace("\"s1\"", "7")),
          WITHOUT_KEY);

  private static final List<MalformedValue> RFIDS =
      of(
          RFID,
          Stream.of(
              replace("\"LOAD\"", "\"MOVE\""),
              replace("\"LOAD\"", "1"),
              replace("\"type\":\"LOAD\",", ""),
              replace(TIME, "true"),
              replace(TIME, "-1000"),
              replace(TIME, "1700000000"),
              replace(TIME, "99999999999999"),
              replace("\"nobody-1\"", "null"),
              replace("\"nobody-1\"", "\"\""),
              replace("\"nowhere-1\"", "null"),
              replace("\"nowhere-1\"", "[]"),
              replace("\"nowhere-2\"", "null"),
              replace("\"nowhere-2\"", "\"-\"")),
          WITHOUT_KEY);

  private static final List<MalformedValue> REGISTRATIONS =
      of(
          REGISTRY,
          Stream.of(
              replace("\"GOODS\"", "\"SHIP\""),
              replace("\"type\":\"GOODS\",", ""),
              replace("\"nobody-1\"", "{}"),
              replace("\"nobody-1\"", "\"nobody 1\""),
              replace("\"weight\":1", "\"weight\":-1"),
              replace("\"weight\":1", "\"weight\":1e999999999"),
              replace("\"weight\":1", "\"weight\":\"1\""),
              replace("[\"T1\"]", "\"T1\""),
              replace("[\"T1\"]", "[1]"),
              replace("[\"T1\"]", "[\"\"]"),
              replace("[\"T1\"]", "[],\"useBy\":1.5")));

  /** @param index any number; the kinds repeat */
  static MalformedValue of(Feed feed, int index) {
    List<MalformedValue> kinds = kinds(feed);
    return kinds.get(Math.floorMod(index, kinds.size()));
  }

  static List<MalformedValue> kinds(Feed feed) {
    return switch (feed) {
      case SENSORS -> SENSORS;
      case RFID -> RFIDS;
      case REGISTRY -> REGISTRATIONS;
    };
  }

  private static List<MalformedValue> of(
      String valid, Stream<Function<String, String>> fields, String... moreKeys) {
    Stream<MalformedValue> byField = fields.map(spoil -> text(KEY, spoil.apply(valid)));
    Stream<MalformedValue> byKey = Stream.of(moreKeys).map(key -> text(key, valid));
    return Stream.of(ofAnyTopic(valid), byField, byKey).flatMap(Function.identity()).toList();
  }

  private static Stream<MalformedValue> ofAnyTopic(String valid) {
    String fields = valid.substring(1);
    return Stream.of(
        text(KEY, ""),
        text(KEY, "hello"),
        text(KEY, "[" + valid + "]"),
        text(KEY, "null"),
        text(KEY, valid.substring(0, valid.length() - 1)),
        text(KEY, valid + valid),
        text(KEY, "\uFEFF" + valid),
        text(KEY, "{\"x\":" + "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP) + "," + fields),
        text(KEY, "{\"x\":\"" + "x".repeat(TOO_LARGE) + "\"," + fields),
        new MalformedValue(KEY, ("{\"x\":\"\u00e9\"," + fields).getBytes(StandardCharsets.ISO_8859_1)),
        new MalformedValue(KEY, valid.getBytes(StandardCharsets.UTF_16LE)),
        text("", valid),
        text("nobody-2", valid));
  }

  private static Function<String, String> replace(String from, String to) {
    return valid -> valid.replace(from, to);
  }

  private static MalformedValue text(String key, String value) {
    return new MalformedValue(key, value.getBytes(StandardCharsets.UTF_8));
  }
}
