package kongo.protocol;

import static kongo.protocol.Malformed.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import kongo.location.Reading;
import kongo.violation.Correction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorDecoderTest {

  private static final long NOW = 1_795_229_550_458L;
  private static final String VALID =
      "{\"time\":1795229550458,\"location\":\"truck-12\",\"metric\":\"temperature\",\"value\":9.7,\"sensor\":\"s1\"}";

  private static final EventTime ANY_TIME = new EventTime(0, Duration.ofDays(1).toMillis());

  private final SensorDecoder decoder = new SensorDecoder(ANY_TIME);

  @Test
  void readsEveryField() {
    assertThat(decode(VALID))
        .isEqualTo(usable(new Reading("temperature", "s1", NOW, 9.7)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"value\":9.7|\"value\":9.7,\"correction\":3|9.7|3|false",
        "\"value\":9.7|\"value\":9.7,\"correction\":null,\"void\":false|9.7|0|false",
        "\"value\":9.7|\"value\":9.7,\"void\":true|0|0|true",
        "\"value\":9.7|\"void\":true,\"correction\":1000000|0|1000000|true",
        "\"value\":9.7|\"void\":true,\"value\":null|0|0|true",
      })
  void readsCorrections(String from, String to, double value, int number, boolean isVoid) {
    assertThat(decode(VALID.replace(from, to)))
        .isEqualTo(new Decoded.Usable<>(
            new SensorRecord("truck-12", new Reading("temperature", "s1", NOW, value), new Correction(number, isVoid))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"correction\":1000001|OUT_OF_RANGE",
        "\"correction\":-1|OUT_OF_RANGE",
        "\"correction\":1.0|WRONG_TYPE",
        "\"correction\":\"1\"|WRONG_TYPE",
        "\"void\":\"true\"|WRONG_TYPE",
        "\"void\":1|WRONG_TYPE",
        "\"void\":true,\"value\":\"9.7\"|WRONG_TYPE",
        "\"void\":false,\"value\":null|MISSING_FIELD",
      })
  void refusesCorrectionsThatAreNone(String fields, Reason reason) {
    assertThat(refusal(decode(VALID.replace("\"sensor\"", fields + ",\"sensor\"")))).isEqualTo(reason);
  }

  private static final String OF_GOODS = VALID.replace("\"location\"", "\"goods\"");

  @Test
  void readsWhichGoodsALoggerTravelsWith() {
    Decoded<SensorRecord> ofGoods = new Decoded.Usable<>(SensorRecord.ofGoods("truck-12", new Reading("temperature", "s1", NOW, 9.7)));
    assertThat(decode(OF_GOODS)).isEqualTo(ofGoods);
    assertThat(decode(OF_GOODS + " ")).isEqualTo(ofGoods);
    assertThat(decode(OF_GOODS.replace("\"goods\"", "\"location\":null,\"goods\""))).isEqualTo(ofGoods);
    assertThat(decode(VALID.replace("\"location\"", "\"goods\":null,\"location\""))).isEqualTo(decode(VALID));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"goods\":\"truck-12\",\"location\":\"truck-12\"|WRONG_TYPE",
        "\"goods\":\"\",\"location\":\"truck-12\"|WRONG_TYPE",
        "\"goods\":7|WRONG_TYPE",
        "\"goods\":\"\"|INVALID_IDENTIFIER",
        "\"goods\":null|MISSING_FIELD",
        "\"goods\":\"goods-7\"|KEY_MISMATCH",
      })
  void refusesWhatNamesNoOnePlace(String place, Reason reason) {
    assertThat(refusal(decode(VALID.replace("\"location\":\"truck-12\"", place)))).isEqualTo(reason);
  }

  /** A space behind the value changes nothing, but makes it unusual. */
  @Test
  void readsAnyBytesAsAParserDoes() {
    SplittableRandom random = new SplittableRandom(7);
    int usable = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = mutated(random);
      Decoded<SensorRecord> decoded = decoder.decode(bytes("truck-12"), bytes, NOW);
      Decoded<SensorRecord> parsed = new SensorDecoder(ANY_TIME).decode(bytes("truck-12"), withSpace(bytes), NOW);
      assertThat(gist(decoded)).as(() -> new String(bytes, StandardCharsets.ISO_8859_1)).isEqualTo(gist(parsed));
      usable += decoded instanceof Decoded.Usable ? 1 : 0;
    }
    assertThat(usable).isBetween(20_000, 180_000);
  }

  @Test
  void readsAnyNumberAsTheNearestDouble() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 100_000; i++) {
      String number = number(random);
      assertThat(decode(VALID.replace("9.7", number)))
          .as(number)
          .isEqualTo(usable(new Reading("temperature", "s1", NOW, Double.parseDouble(number) + 0.0)));
    }
  }

  private static String number(SplittableRandom random) {
    String sign = random.nextBoolean() ? "-" : "";
    String whole = Long.toString(random.nextLong(1L << random.nextInt(1, 63)));
    String decimals = "%019d".formatted(random.nextLong(Long.MAX_VALUE)).substring(random.nextInt(19));
    return sign + whole + (random.nextBoolean() ? "." + decimals : "");
  }

  @Test
  void readsRecordsIndependentlyOfEachOther() {
    decode(VALID);
    assertThat(decode("{\"time\":1,\"location\":\"truck-12\",\"metric\":\"humidity\",\"value\":2}"))
        .isEqualTo(usable(new Reading("humidity", "", 1, 2)));
    assertThat(refusal(decode("{}"))).isEqualTo(Reason.MISSING_FIELD);
  }

  /** The first one's decimals, more than a double has, once were still there when the second was read. */
  @Test
  void takesNothingOfTheNumberBeforeForAText() {
    decode(VALID.replace("9.7", "0.30000000000000004"));
    assertThat(refusal(decode("{\"value\":\"5\",\"location\":\"truck-12\",\"metric\":\"m\",\"time\":2}")))
        .isEqualTo(Reason.WRONG_TYPE);
    decode(VALID.replace("9.7", "0.30000000000000004"));
    assertThat(decode("{\"value\":\"z\",\"time\":12,\"location\":\"truck-12\",\"metric\":\"m\",\"value\":499}"))
        .isEqualTo(usable(new Reading("m", "", 12, 499)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"sensor\":\"s1\"|\"sensor\":\"\"",
        "\"sensor\":\"s1\"|\"sensor\":null",
        "\"sensor\":\"s1\"|\"sensor\":\"x y\",\"sensor\":\"\"",
      })
  void takesAnAbsentSensorAsTheEmptyOne(String from, String to) {
    assertThat(decode(VALID.replace(from, to))).isEqualTo(usable(new Reading("temperature", "", NOW, 9.7)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|{\"time\":\"soon\",",
        "{|{\"value\":{\"a\":[1,2]},",
        "{|{\"location\":\"not one\",",
        "{|{\"else\":[{\"deep\":[null,true,1e-999999999]}],",
        "\"time\"|\"\\u0074ime\"",
        "\"truck-12\"|\"truck\\u002d12\"",
        "9.7|97e-1",
        "9.7|0.97E+1",
        "{| { ",
      })
  void readsTheSameFromOtherSpellings(String from, String to) {
    assertThat(decode(VALID.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))))
        .isEqualTo(usable(new Reading("temperature", "s1", NOW, 9.7)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.0, 0",
    "1e-400, 0",
    "-1e-999999999999, 0",
    "0e999999999999, 0",
    "9007199254740993, 9007199254740992",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "123456789012345678901234567890, 1.2345678901234568e29",
    "0.1, 0.1",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "1.00000000000000011102230246251565404, 1",
    "1.000000000000000111022302462515654042363166809082031250001, 1.0000000000000002",
  })
  void takesTheNearestDouble(String written, double value) {
    assertThat(decode(VALID.replace("9.7", written)))
        .isEqualTo(usable(new Reading("temperature", "s1", NOW, value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"time\":1795229550458,||MISSING_FIELD",
        "\"time\":1795229550458|\"time\":null|MISSING_FIELD",
        "1795229550458|\"1795229550458\"|WRONG_TYPE",
        "1795229550458|1795229550458.0|WRONG_TYPE",
        "1795229550458|1795229550458e0|WRONG_TYPE",
        "1795229550458|-1|OUT_OF_RANGE",
        "1795229550458|9223372036854775808|OUT_OF_RANGE",
        "1795229550458|99999999999999999999999999|OUT_OF_RANGE",
        "1795229550458|9223372036854775807|OUT_OF_RANGE",
        "1795229550458|253402300799999|FROM_THE_FUTURE",
        "1795229550458|253402300800000|OUT_OF_RANGE",
        "\"location\":\"truck-12\",||MISSING_FIELD",
        "\"truck-12\"|12|WRONG_TYPE",
        "\"truck-12\"|[\"truck-12\"]|WRONG_TYPE",
        "\"truck-12\"|\"\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"-\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"truck/12\"|KEY_MISMATCH",
        "\"truck-12\"|\"truck 12\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"truck\\u007f12\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"truck\\u001f12\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"trück-12\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"\\ud800\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"truck-13\"|KEY_MISMATCH",
        "\"temperature\"|\"load.weight\"|RESERVED_METRIC",
        "\"temperature\"|\"aboard.EDIBLE\"|RESERVED_METRIC",
        "\"temperature\"|\"load.\"|RESERVED_METRIC",
        "\"temperature\"|\"rate.temperature\"|RESERVED_METRIC",
        "\"temperature\"|true|WRONG_TYPE",
        "\"metric\"|\"metrics\"|MISSING_FIELD",
        "9.7|\"9.7\"|WRONG_TYPE",
        "9.7|{\"a\":1}|WRONG_TYPE",
        "9.7|null|MISSING_FIELD",
        "9.7|1e400|OUT_OF_RANGE",
        "9.7|-1.8e308|OUT_OF_RANGE",
        "9.7|NaN|NOT_JSON",
        "9.7|Infinity|NOT_JSON",
        "9.7|09.7|NOT_JSON",
        "9.7|+9.7|NOT_JSON",
        "9.7|.7|NOT_JSON",
        "9.7|9.|NOT_JSON",
        "9.7|0x9|NOT_JSON",
        "\"s1\"|\"s 1\"|INVALID_IDENTIFIER",
        "9.7|9.7,\"unit\":\"F\"|UNKNOWN_UNIT",
        "9.7|9.7,\"unit\":\"\"|UNKNOWN_UNIT",
        "9.7|9.7,\"unit\":1|WRONG_TYPE",
        "9.7|9.7,\"unit\":\"Cel\",\"unit\":\"cel\"|UNKNOWN_UNIT",
        "9.7|1e308,\"unit\":\"kPa\"|OUT_OF_RANGE",
        "\"s1\"|7|WRONG_TYPE",
        "\"s1\"|{}|WRONG_TYPE",
        "\"s1\"|\"s1\",|NOT_JSON",
        "\"s1\"}|\"s1\"|NOT_JSON",
        "\"s1\"}|\"s1|NOT_JSON",
        "\"s1\"|\"s1\" \"s2\":1|NOT_JSON",
        "\"s1\"|\"s1\",s2:1|NOT_JSON",
        "\"s1\"|\"s1\",'s2':1|NOT_JSON",
        "\"s1\"|\"s1\",\"x\":\"\\q\"|NOT_JSON",
        "\"s1\"|\"s1\",\"x\":[1,]|NOT_JSON",
        "\"s1\"|\"s1\",\"x\":tru|NOT_JSON",
        "\"s1\"|\"s1\"/* why */|NOT_JSON",
        "\"s1\"|\"s1\",\"sensor\":8|WRONG_TYPE",
      })
  void refuses(String from, String to, Reason reason) {
    String malformed = VALID.replace(from, to == null ? "" : to);
    assertThat(malformed).isNotEqualTo(VALID);
    assertThat(refusal(decode(malformed))).isEqualTo(reason);
  }

  @Test
  void refusesWhatIsMalformedForEveryTopic() {
    Malformed.assertRefused(decoder, "truck-12", VALID, NOW);
  }

  @Test
  void refusesIdentifiersOfMoreThan256Characters() {
    String longest = "L".repeat(256);
    assertThat(decode(longest, VALID.replace("truck-12", longest))).isInstanceOf(Decoded.Usable.class);
    String longer = longest + "L";
    assertThat(refusal(decode(longer, VALID.replace("truck-12", longer)))).isEqualTo(Reason.INVALID_IDENTIFIER);
  }

  @ParameterizedTest
  @CsvSource({
    "9.7, Cel, 9.7", "300, K, 26.850000000000023", "41, [degF], 5", "-40, [degF], -40", "60, %, 60", "0.6, 1, 60", "7, lx, 7", "0.5, klx, 500", "2, [g], 2",
    "9.80665, m/s2, 1", "3, mm, 3", "1.5, cm, 15", "0.25, m, 250", "2, [in_i], 50.8", "4, mm/s, 4", "0.1, m/s, 100", "1013, hPa, 1013", "101325, Pa, 1013.25",
    "101.3, kPa, 1013", "1.5, bar, 1500", "2, [psi], 137.89514586336722", "5, kg, 5", "1500, g, 1.5", "2, t, 2000", "2, [lb_av], 0.90718474", "-4.9e-324, Pa, 0",
  })
  void takesAValueInTheBaseUnit(String written, String unit, double value) {
    for (String behind : new String[] {"", " ", ",\"x\":null"}) {
      String json = VALID.replace("9.7", written + ",\"unit\":\"" + unit + '"').replace("}", behind + "}");
      assertThat(decode(json)).as(json).isEqualTo(usable(new Reading("temperature", "s1", NOW, value)));
    }
  }

  @Test
  void knowsAsManyUnitsAsItsSchemaNames() throws IOException {
    try (InputStream in = SensorDecoderTest.class.getResourceAsStream("/kongo/schemas/sensors.json")) {
      List<String> named = new ArrayList<>();
      new ObjectMapper().readTree(in).at("/properties/unit/enum").forEach(code -> named.add(code.isNull() ? Unit.AS_IS.code() : code.textValue()));
      assertThat(named).containsExactlyInAnyOrderElementsOf(Arrays.stream(Unit.values()).map(Unit::code).toList());
    }
  }

  /** That of the record before is not that of the next one. */
  @Test
  void takesAUnitForItsOwnRecordOnly() {
    decode(VALID.replace("9.7", "41,\"unit\":\"[degF]\""));
    assertThat(decode(VALID)).isEqualTo(usable(new Reading("temperature", "s1", NOW, 9.7)));
    assertThat(decode(VALID.replace("9.7", "9.7,\"unit\":null"))).isEqualTo(usable(new Reading("temperature", "s1", NOW, 9.7)));
    assertThat(decode(VALID.replace("9.7", "9.7,\"unit\":\"F\",\"unit\":\"Cel\""))).isEqualTo(usable(new Reading("temperature", "s1", NOW, 9.7)));
  }

  /** As the table of section 2 has them, whatever the order of the fields is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"time\":-1,\"location\":7,\"metric\":\"load.x\"}|MISSING_FIELD",
        "{\"time\":-1,\"location\":7,\"metric\":\"load.x\",\"value\":1}|WRONG_TYPE",
        "{\"time\":-1,\"location\":\"a b\",\"metric\":\"load.x\",\"value\":1,\"unit\":\"F\"}|OUT_OF_RANGE",
        "{\"time\":9000000000000,\"location\":\"a b\",\"metric\":\"load.x\",\"value\":1,\"unit\":\"F\"}|INVALID_IDENTIFIER",
        "{\"time\":9000000000000,\"location\":\"a\",\"metric\":\"load.x\",\"value\":1,\"unit\":\"F\"}|UNKNOWN_UNIT",
        "{\"time\":9000000000000,\"location\":\"a\",\"metric\":\"load.x\",\"value\":1}|RESERVED_METRIC",
        "{\"time\":9000000000000,\"location\":\"a\",\"metric\":\"m\",\"value\":1}|KEY_MISMATCH",
        "{\"time\":9000000000000,\"location\":\"truck-12\",\"metric\":\"m\",\"value\":1}|FROM_THE_FUTURE",
      })
  void ofSeveralReasonsTheFirstCounts(String value, Reason reason) {
    assertThat(refusal(decode(value))).isEqualTo(reason);
    assertThat(refusal(decode(value + " "))).isEqualTo(reason);
  }

  @Test
  void takesNothingFromBeforeTheEarliestTime() {
    SensorDecoder since = new SensorDecoder(EventTime.DEFAULT);
    assertThat(refusal(since.decode(bytes("truck-12"), bytes(VALID.replace("1795229550458", "946684799999")), NOW))).isEqualTo(Reason.OUT_OF_RANGE);
    assertThat(since.decode(bytes("truck-12"), bytes(VALID.replace("1795229550458", "946684800000")), NOW)).isInstanceOf(Decoded.Usable.class);
    assertThat(refusal(since.decode(bytes("truck-12"), bytes(VALID), NOW - 600_001))).isEqualTo(Reason.FROM_THE_FUTURE);
    assertThat(since.decode(bytes("truck-12"), bytes(VALID), NOW - 600_000)).isInstanceOf(Decoded.Usable.class);
  }

  @Test
  void measuresTheFutureFromTheRecordsTimestamp() {
    long day = Duration.ofDays(1).toMillis();
    assertThat(decodeAt(NOW - day)).isInstanceOf(Decoded.Usable.class);
    assertThat(refusal(decodeAt(NOW - day - 1))).isEqualTo(Reason.FROM_THE_FUTURE);
    assertThat(refusal(new SensorDecoder(new EventTime(0, 0)).decode(bytes("truck-12"), bytes(VALID), NOW - 1)))
        .isEqualTo(Reason.FROM_THE_FUTURE);
  }

  @Test
  void readsNumbersOfAnyLength() {
    String digits = "9.7" + "0".repeat(60_000);
    assertThat(decode(VALID.replace("9.7", digits))).isEqualTo(usable(new Reading("temperature", "s1", NOW, 9.7)));
    assertThat(refusal(decode(VALID.replace("9.7", "9".repeat(60_000))))).isEqualTo(Reason.OUT_OF_RANGE);
  }

  /** A value with some bytes changed, left out, moved here from elsewhere or cut off. */
  private static byte[] mutated(SplittableRandom random) {
    byte[] bytes = bytes(VALID);
    for (int changes = random.nextInt(3); changes > 0 && bytes.length > 0; changes--) {
      int at = random.nextInt(bytes.length);
      bytes = switch (random.nextInt(4)) {
        case 0 -> changed(bytes, at, (byte) random.nextInt(256));
        case 1 -> changed(bytes, at, bytes(VALID)[random.nextInt(VALID.length())]);
        case 2 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 1, bytes.length));
        default -> joined(bytes, Arrays.copyOfRange(bytes, at, bytes.length));
      };
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static byte[] changed(byte[] bytes, int at, byte to) {
    byte[] changed = bytes.clone();
    changed[at] = to;
    return changed;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] withSpace(byte[] bytes) {
    return joined(bytes, bytes(" "));
  }

  /** All but the words for people. */
  private static Object gist(Decoded<SensorRecord> decoded) {
    return decoded instanceof Decoded.Refused<SensorRecord> refused ? refused.reason() : decoded;
  }

  private Decoded<SensorRecord> decodeAt(long timestamp) {
    return decoder.decode(bytes("truck-12"), bytes(VALID), timestamp);
  }

  private Decoded<SensorRecord> decode(String value) {
    return decode("truck-12", value);
  }

  private Decoded<SensorRecord> decode(String key, String value) {
    return decoder.decode(bytes(key), bytes(value), NOW);
  }

  private static Decoded<SensorRecord> usable(Reading reading) {
    return new Decoded.Usable<>(new SensorRecord("truck-12", reading));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
