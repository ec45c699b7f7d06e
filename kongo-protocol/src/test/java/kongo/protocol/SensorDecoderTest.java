package kongo.protocol;

import static kongo.protocol.Malformed.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import kongo.location.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorDecoderTest {

  private static final long NOW = 1_795_229_550_458L;
  private static final String VALID =
      "{\"time\":1795229550458,\"location\":\"truck-12\",\"metric\":\"temperature\",\"value\":9.7,\"sensor\":\"s1\"}";

  private final SensorDecoder decoder = new SensorDecoder();

  @Test
  void readsEveryField() {
    assertThat(decode(VALID))
        .isEqualTo(usable(new Reading("temperature", "s1", NOW, 9.7)));
  }

  /** A space behind the value changes nothing, but makes it unusual. */
  @Test
  void readsAnyBytesAsAParserDoes() {
    SplittableRandom random = new SplittableRandom(7);
    int usable = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = mutated(random);
      Decoded<SensorRecord> decoded = decoder.decode(bytes("truck-12"), bytes, NOW);
      Decoded<SensorRecord> parsed = new SensorDecoder().decode(bytes("truck-12"), withSpace(bytes), NOW);
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
        "1795229550458|9223372036854775807|FROM_THE_FUTURE",
        "\"location\":\"truck-12\",||MISSING_FIELD",
        "\"truck-12\"|12|WRONG_TYPE",
        "\"truck-12\"|[\"truck-12\"]|WRONG_TYPE",
        "\"truck-12\"|\"\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"-\"|INVALID_IDENTIFIER",
        "\"truck-12\"|\"truck/12\"|INVALID_IDENTIFIER",
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
  void refusesIdentifiersOfMoreThan128Characters() {
    String longest = "L".repeat(128);
    assertThat(decode(longest, VALID.replace("truck-12", longest))).isInstanceOf(Decoded.Usable.class);
    String longer = longest + "L";
    assertThat(refusal(decode(longer, VALID.replace("truck-12", longer)))).isEqualTo(Reason.INVALID_IDENTIFIER);
  }

  @Test
  void measuresTheFutureFromTheRecordsTimestamp() {
    long day = Duration.ofDays(1).toMillis();
    assertThat(decodeAt(NOW - day)).isInstanceOf(Decoded.Usable.class);
    assertThat(refusal(decodeAt(NOW - day - 1))).isEqualTo(Reason.FROM_THE_FUTURE);
    assertThat(refusal(new SensorDecoder(Duration.ZERO).decode(bytes("truck-12"), bytes(VALID), NOW - 1)))
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
