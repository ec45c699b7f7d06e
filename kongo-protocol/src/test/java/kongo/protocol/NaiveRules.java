package kongo.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import kongo.violation.Correction;

/**
 * Section 2 of docs/semantics.md once more, as plainly as it is written there: all that is wrong with a record, and what
 * it says if nothing is. One object for one record.
 */
final class NaiveRules {

  private static final BigInteger TEN_MINUTES = BigInteger.valueOf(600_000);
  private static final int LARGEST = 65_536;
  private static final int LARGE_EXPONENT = 6;

  private final byte[] key;
  private final byte[] value;
  private final long timestamp;
  private final Set<Reason> wrong = EnumSet.noneOf(Reason.class);
  private Map<?, ?> fields = Map.of();

  /** What a record is: usable as what it says, or wrong for at least one reason. */
  record Verdict(Set<Reason> wrong, Object says) {}

  /** The rules of one topic. */
  @FunctionalInterface
  interface Rules {
    Object say(NaiveRules of);
  }

  private NaiveRules(byte[] key, byte[] value, long timestamp) {
    this.key = key;
    this.value = value;
    this.timestamp = timestamp;
  }

  static Verdict judge(Rules topic, byte[] key, byte[] value, long timestamp) {
    NaiveRules rules = new NaiveRules(key, value, timestamp);
    return new Verdict(rules.wrong, topic.say(rules));
  }

  Object sensors() {
    if (!isObject()) {
      return null;
    }
    boolean byGoods = !isAbsent("goods");
    if (byGoods && !isAbsent("location")) {
      wrong.add(Reason.WRONG_TYPE);
    }
    String location = id(byGoods ? "goods" : "location");
    keyIs(location);
    String metric = id("metric");
    if (metric.startsWith("load.") || metric.startsWith("aboard.") || metric.startsWith("rate.")) {
      wrong.add(Reason.RESERVED_METRIC);
    }
    String sensor = "".equals(at("sensor")) || isAbsent("sensor") ? "" : id("sensor");
    Correction correction = correction();
    if (!correction.isVoid()) {
      require("value");
    }
    double number = inBaseUnit(number("value"));
    long time = time();
    return wrong.isEmpty()
        ? new SensorRecord(location, byGoods, new Reading(metric, sensor, time, correction.isVoid() ? 0 : number), correction)
        : null;
  }

  private Correction correction() {
    long number = isAbsent("correction") ? 0 : integer("correction");
    if (number < 0 || number > 1_000_000) {
      wrong.add(Reason.OUT_OF_RANGE);
      number = 0;
    }
    if (!isAbsent("void") && !(at("void") instanceof Boolean)) {
      wrong.add(Reason.WRONG_TYPE);
    }
    return new Correction((int) number, Boolean.TRUE.equals(at("void")));
  }

  private double inBaseUnit(double v) {
    String unit = isAbsent("unit") ? "Cel" : text("unit");
    double base =
        switch (unit) {
          case "Cel", "%", "lx", "[g]", "mm", "mm/s", "hPa", "kg" -> v;
          case "K" -> v - 273.15;
          case "[degF]" -> (v - 32) * 5 / 9;
          case "1" -> v * 100;
          case "klx", "m", "m/s", "bar", "t" -> v * 1000;
          case "m/s2" -> v / 9.80665;
          case "cm", "kPa" -> v * 10;
          case "[in_i]" -> v * 25.4;
          case "Pa" -> v / 100;
          case "[psi]" -> v * 68.94757293168361;
          case "g" -> v / 1000;
          case "[lb_av]" -> v * 0.45359237;
          default -> Double.NaN;
        };
    if (at("unit") instanceof String && Double.isNaN(base)) {
      wrong.add(Reason.UNKNOWN_UNIT);
    } else if (Double.isInfinite(base)) {
      wrong.add(Reason.OUT_OF_RANGE);
    }
    return base == 0 ? 0 : base;
  }

  Object rfid() {
    if (!isObject()) {
      return null;
    }
    String goods = id("goods");
    keyIs(goods);
    long time = time();
    String type = oneOf("RECEIVE", "LOAD", "UNLOAD", "MOVE", "DELIVER");
    if (type.equals("MOVE")) {
      String from = isAbsent("from") ? "" : id("from");
      String to = id("to");
      Correction correction = correction();
      return wrong.isEmpty() ? new RfidRecord(goods, Move.between(time, from, to), correction) : null;
    }
    String truck = "";
    if (type.equals("LOAD") || type.equals("UNLOAD") || (type.equals("DELIVER") && !isAbsent("truck"))) {
      truck = id("truck");
    }
    String warehouse = "";
    if (!type.isEmpty() && (!type.equals("DELIVER") || isAbsent("truck") || !isAbsent("warehouse"))) {
      warehouse = id("warehouse");
    }
    Correction correction = correction();
    return wrong.isEmpty()
        ? new RfidRecord(goods, new Move(MoveType.valueOf(type), time, warehouse, truck), correction)
        : null;
  }

  Object registry() {
    if (value == null) {
      return deletion();
    }
    if (!isObject()) {
      return null;
    }
    String id = id("id");
    keyIs(id);
    Registration registration =
        switch (oneOf("GOODS", "WAREHOUSE", "TRUCK")) {
          case "GOODS" -> goods();
          case "WAREHOUSE" -> place(PlaceType.WAREHOUSE, PlaceProfile.UNLIMITED);
          case "TRUCK" -> place(PlaceType.TRUCK, isAbsent("maxWeight") ? PlaceProfile.UNLIMITED : grams("maxWeight"));
          default -> null;
        };
    OptionalLong from = isAbsent("from") ? OptionalLong.empty() : OptionalLong.of(integer("from"));
    if (from.isPresent() && from.getAsLong() < 0) {
      wrong.add(Reason.OUT_OF_RANGE);
    }
    return wrong.isEmpty() ? new RegistryRecord(id, registration, from) : null;
  }

  private RegistryRecord deletion() {
    String id = key == null ? "" : new String(key, StandardCharsets.ISO_8859_1);
    if (!isIdentifier(id)) {
      wrong.add(Reason.INVALID_IDENTIFIER);
    }
    return wrong.isEmpty() ? new RegistryRecord(id, Registration.DELETED) : null;
  }

  private GoodsProfile goods() {
    List<String> categories = ids("categories");
    long weight = isAbsent("weight") ? 0 : grams("weight");
    long useBy = isAbsent("useBy") ? GoodsProfile.NEVER : integer("useBy");
    List<String> route = ids("route");
    if (at("route") instanceof List<?> items && items.isEmpty()) {
      wrong.add(Reason.OUT_OF_RANGE);
    }
    return wrong.isEmpty() ? new GoodsProfile(weight, categories, useBy, route) : null;
  }

  private PlaceProfile place(PlaceType type, long maxWeight) {
    List<String> categories = ids("categories");
    String name = isAbsent("name") ? "" : whole(text("name"));
    double x = isAbsent("x") ? 0 : number("x");
    double y = isAbsent("y") ? 0 : number("y");
    return wrong.isEmpty() ? new PlaceProfile(type, name, x, y, categories, maxWeight) : null;
  }

  /** Half a surrogate pair cannot be kept. */
  private static String whole(String text) {
    StringBuilder whole = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      whole.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
    }
    return whole.toString();
  }

  private boolean isObject() {
    if (value == null) {
      return isNot(Reason.NOT_JSON);
    }
    if (value.length > LARGEST) {
      return isNot(Reason.TOO_LARGE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      if (!(PlainJson.read(text) instanceof Map<?, ?> object)) {
        return isNot(Reason.WRONG_TYPE);
      }
      fields = object;
      return true;
    } catch (PlainJson.TooDeep deep) {
      return isNot(Reason.NESTED_TOO_DEEP);
    } catch (CharacterCodingException | PlainJson.Malformed notJson) {
      return isNot(Reason.NOT_JSON);
    }
  }

  private boolean isNot(Reason reason) {
    wrong.add(reason);
    return false;
  }

  private Object at(String name) {
    return fields.get(name);
  }

  private boolean isAbsent(String name) {
    return at(name) == null || at(name) == PlainJson.NULL;
  }

  private void require(String name) {
    if (isAbsent(name)) {
      wrong.add(Reason.MISSING_FIELD);
    }
  }

  private String text(String name) {
    require(name);
    if (at(name) instanceof String text) {
      return text;
    }
    if (!isAbsent(name)) {
      wrong.add(Reason.WRONG_TYPE);
    }
    return "";
  }

  private String oneOf(String... words) {
    String text = text("type");
    if (at("type") instanceof String && !List.of(words).contains(text)) {
      wrong.add(Reason.OUT_OF_RANGE);
    }
    return List.of(words).contains(text) ? text : "";
  }

  private String id(String name) {
    String text = text(name);
    if (at(name) instanceof String && !isIdentifier(text)) {
      wrong.add(Reason.INVALID_IDENTIFIER);
    }
    return text;
  }

  private static boolean isIdentifier(String text) {
    boolean is = !text.equals("-") && text.length() >= 1 && text.length() <= 256;
    for (char c : text.toCharArray()) {
      is &= c > 0x20 && c < 0x7F;
    }
    return is;
  }

  private List<String> ids(String name) {
    List<String> ids = new ArrayList<>();
    if (isAbsent(name)) {
      return ids;
    }
    if (!(at(name) instanceof List<?> items)) {
      wrong.add(Reason.WRONG_TYPE);
      return ids;
    }
    for (Object item : items) {
      if (!(item instanceof String text)) {
        wrong.add(Reason.WRONG_TYPE);
      } else if (!isIdentifier(text)) {
        wrong.add(Reason.INVALID_IDENTIFIER);
      } else {
        ids.add(text);
      }
    }
    return ids;
  }

  private void keyIs(String id) {
    if (isIdentifier(id) && !Arrays.equals(key, id.getBytes(StandardCharsets.US_ASCII))) {
      wrong.add(Reason.KEY_MISMATCH);
    }
  }

  private long time() {
    long time = integer("time");
    if (Instant.ofEpochMilli(time).isBefore(Instant.parse("2000-01-01T00:00:00Z")) || Instant.ofEpochMilli(time).isAfter(Instant.parse("9999-12-31T23:59:59.999Z"))) {
      wrong.add(Reason.OUT_OF_RANGE);
    }
    if (BigInteger.valueOf(time).compareTo(BigInteger.valueOf(timestamp).add(TEN_MINUTES)) > 0) {
      wrong.add(Reason.FROM_THE_FUTURE);
    }
    return time;
  }

  private long integer(String name) {
    require(name);
    if (at(name) instanceof PlainJson.Number number && number.isInteger()) {
      BigInteger integer = new BigInteger(number.text());
      if (integer.bitLength() > 63) {
        wrong.add(Reason.OUT_OF_RANGE);
      }
      return integer.longValue();
    }
    if (!isAbsent(name)) {
      wrong.add(Reason.WRONG_TYPE);
    }
    return 0;
  }

  private double number(String name) {
    if (!(at(name) instanceof PlainJson.Number number)) {
      if (!isAbsent(name)) {
        wrong.add(Reason.WRONG_TYPE);
      }
      return 0;
    }
    double nearest = hasLargeExponent(number.text()) ? Double.parseDouble(number.text()) : new BigDecimal(number.text()).doubleValue();
    if (Double.isInfinite(nearest)) {
      wrong.add(Reason.OUT_OF_RANGE);
    }
    return nearest == 0 ? 0 : nearest;
  }

  private long grams(String name) {
    if (!(at(name) instanceof PlainJson.Number number)) {
      wrong.add(Reason.WRONG_TYPE);
      return 0;
    }
    if (number.text().length() > 1_000) {
      wrong.add(Reason.OUT_OF_RANGE);
      return 0;
    }
    BigDecimal kilograms = new BigDecimal(hasLargeExponent(number.text()) ? tamed(number.text()) : number.text());
    if (kilograms.signum() < 0 || kilograms.compareTo(BigDecimal.TEN.pow(9)) > 0) {
      wrong.add(Reason.OUT_OF_RANGE);
      return 0;
    }
    boolean tiny = kilograms.compareTo(new BigDecimal("0.0005")) < 0;
    return tiny ? 0 : kilograms.setScale(3, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }

  private static int exponentAt(String number) {
    return Math.max(number.indexOf('e'), number.indexOf('E'));
  }

  private static boolean hasLargeExponent(String number) {
    int e = exponentAt(number);
    return e >= 0 && number.length() - e > LARGE_EXPONENT;
  }

  /** The same number for whoever only compares it with 0 and 10^9: no mantissa outweighs such an exponent. */
  private static String tamed(String number) {
    int e = exponentAt(number);
    String digits = number.substring(e + 1).replaceFirst("^[+-]?0*", "");
    String exponent = digits.length() <= LARGE_EXPONENT ? (digits.isEmpty() ? "0" : digits) : "999999";
    return number.substring(0, e) + (number.charAt(e + 1) == '-' ? "e-" : "e") + exponent;
  }
}
