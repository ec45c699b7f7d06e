package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of records that gateways have really sent, with the law as shipped. */
class FieldRecordsTest {

  /** 2026-11-28T21:34:27.384Z */
  private static final long NOW = 1_795_901_667_384L;

  private static final long HOUR = 3_600_000;
  private static final String READING = "{\"time\":%d,\"location\":\"t\",\"metric\":\"temperature\",\"sensor\":\"s1\",\"value\":9.7}";

  private final SensorDecoder sensors = new SensorDecoder(EventTime.DEFAULT);
  private final RfidDecoder rfid = new RfidDecoder(EventTime.DEFAULT);
  private final RegistryDecoder registry = new RegistryDecoder();

  /** Seconds, microseconds, a clock that jumps ahead for a day, one that does so by a quarter of an hour. */
  @ParameterizedTest
  @CsvSource({
    "1795880280, OUT_OF_RANGE", "1795880280000000, OUT_OF_RANGE", "1795984467384, FROM_THE_FUTURE", "1795902567384, FROM_THE_FUTURE",
  })
  void aClockThatIsWrongIsToldAtOnce(long time, Reason reason) {
    assertThat(reason(sensors.decode(bytes("t"), bytes(READING.formatted(time)), NOW))).isEqualTo(reason);
  }

  /** What is in line with its record's timestamp cannot be told from a right one: there the broker's bound has to help. */
  @Test
  void aClockThatIsYearsAheadAndSoIsTheRecordsTimestampIsTakenAtItsWord() {
    long far = 1_893_456_000_000L;
    assertThat(sensors.decode(bytes("t"), bytes(READING.formatted(far)), far)).isInstanceOf(Decoded.Usable.class);
  }

  @Test
  void aGateThatIsHoursAheadIsToldAtOnce() {
    String move = "{\"type\":\"UNLOAD\",\"time\":%d,\"goods\":\"g\",\"warehouse\":\"w\",\"truck\":\"t\"}".formatted(NOW + 20 * HOUR);
    assertThat(reason(rfid.decode(bytes("g"), bytes(move), NOW))).isEqualTo(Reason.FROM_THE_FUTURE);
  }

  @Test
  void fahrenheitIsConvertedWhereItsCodeIsGivenAndElseRefused() {
    String fahrenheit = READING.formatted(NOW).replace("9.7", "41.0,\"unit\":\"%s\"");
    assertThat(sensors.decode(bytes("t"), bytes(fahrenheit.formatted("[degF]")), NOW))
        .isEqualTo(new Decoded.Usable<>(new SensorRecord("t", new Reading("temperature", "s1", NOW, 5))));
    assertThat(reason(sensors.decode(bytes("t"), bytes(fahrenheit.formatted("F")), NOW))).isEqualTo(Reason.UNKNOWN_UNIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "urn:epc:id:sgtin:4012345.011111.9876", "urn:epc:id:sgtin:0614141.112345.a%2Fb", "urn:epc:id:sgtin:0614141.112345.A(1)",
    "https://id.gs1.org/01/70614141123451/21/2017", "E280689400005000FFFF",
    "gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg"
        + "gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg",
  })
  void everyEpcIsAnIdentifier(String id) {
    assertThat(registry.decode(bytes(id), bytes(goods('"' + id + '"')), NOW))
        .isEqualTo(new Decoded.Usable<>(new RegistryRecord(id, new GoodsProfile(10_000, List.of("T2"), GoodsProfile.NEVER))));
  }

  @ParameterizedTest
  @CsvSource({"pallet 7, \"pallet 7\", INVALID_IDENTIFIER", "Kühlbox-1, \"Kühlbox-1\", INVALID_IDENTIFIER", "4711, 4711, WRONG_TYPE"})
  void whatIsNoIdentifierIsTold(String key, String written, Reason reason) {
    assertThat(reason(registry.decode(bytes(key), bytes(goods(written)), NOW))).isEqualTo(reason);
  }

  @Test
  void aDateForAUseByTimeIsTold() {
    String date = "{\"type\":\"GOODS\",\"id\":\"g\",\"categories\":[\"T2\"],\"useBy\":\"2026-12-24\"}";
    assertThat(reason(registry.decode(bytes("g"), bytes(date), NOW))).isEqualTo(Reason.WRONG_TYPE);
  }

  private static String goods(String id) {
    return "{\"type\":\"GOODS\",\"id\":" + id + ",\"categories\":[\"T2\"],\"weight\":10}";
  }

  private static Reason reason(Decoded<?> decoded) {
    return ((Decoded.Refused<?>) decoded).reason();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
