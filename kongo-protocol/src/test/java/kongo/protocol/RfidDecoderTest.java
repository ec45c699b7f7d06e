package kongo.protocol;

import static kongo.protocol.Malformed.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.violation.Correction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RfidDecoderTest {

  private static final long NOW = 1_795_229_550_458L;

  private final RfidDecoder decoder = new RfidDecoder(new EventTime(0, 86_400_000));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "absent",
      value = {
        "RECEIVE|'w-1'|absent|w-1|''",
        "RECEIVE|'w-1'|truck-1|w-1|''",
        "RECEIVE|'w-1'|not one|w-1|''",
        "LOAD|'w-1'|truck-1|w-1|truck-1",
        "UNLOAD|'w-1'|truck-1|w-1|truck-1",
        "DELIVER|'w-1'|absent|w-1|''",
        "DELIVER|'w-1'|truck-1|w-1|truck-1",
        "DELIVER|absent|truck-1|''|truck-1",
      })
  void readsEveryTypeOfMove(MoveType type, String warehouse, String truck, String toWarehouse, String toTruck) {
    assertThat(decode(json(type.name(), quoted(warehouse), quoted(truck))))
        .isEqualTo(new Decoded.Usable<>(new RfidRecord("goods-1", new Move(type, 7, toWarehouse, toTruck))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RECEIVE|null|null|MISSING_FIELD",
        "RECEIVE|7|null|WRONG_TYPE",
        "RECEIVE|\"\"|null|INVALID_IDENTIFIER",
        "LOAD|\"w-1\"|null|MISSING_FIELD",
        "LOAD|null|\"truck-1\"|MISSING_FIELD",
        "LOAD|\"w-1\"|\"\"|INVALID_IDENTIFIER",
        "UNLOAD|\"w-1\"|null|MISSING_FIELD",
        "UNLOAD|null|\"truck-1\"|MISSING_FIELD",
        "UNLOAD|\"w-1\"|{}|WRONG_TYPE",
        "DELIVER|null|null|MISSING_FIELD",
        "DELIVER|\"w 1\"|\"truck-1\"|INVALID_IDENTIFIER",
        "DELIVER|\"w-1\"|\"\"|INVALID_IDENTIFIER",
        "DELIVER|\"w-1\"|7|WRONG_TYPE",
        "MOVE|\"w-1\"|\"truck-1\"|MISSING_FIELD",
        "CARRY|\"w-1\"|\"truck-1\"|OUT_OF_RANGE",
        "load|\"w-1\"|\"truck-1\"|OUT_OF_RANGE",
      })
  void refusesPlacesThatDoNotFitTheType(String type, String warehouse, String truck, Reason reason) {
    assertThat(refusal(decode(json(type, warehouse, truck)))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"from\":\"z-1\",\"to\":\"z-2\"|z-1|z-2",
        "\"from\":\"z-1\",\"to\":\"z-1\"|z-1|z-1",
        "\"from\":null,\"to\":\"z-2\"|''|z-2",
        "\"to\":\"z-2\"|''|z-2",
        "\"to\":\"z-2\",\"warehouse\":\"w-1\",\"truck\":\"not one\"|''|z-2",
      })
  void readsAMoveFromPlaceToPlace(String places, String from, String to) {
    assertThat(decode(moveJson(places))).isEqualTo(new Decoded.Usable<>(new RfidRecord("goods-1", Move.between(7, from, to))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"from\":\"z-1\"|MISSING_FIELD",
        "\"from\":\"z-1\",\"to\":null|MISSING_FIELD",
        "\"from\":\"\",\"to\":\"z-2\"|INVALID_IDENTIFIER",
        "\"from\":7,\"to\":\"z-2\"|WRONG_TYPE",
        "\"to\":\"z 2\"|INVALID_IDENTIFIER",
        "\"to\":[\"z-2\"]|WRONG_TYPE",
      })
  void refusesAMoveFromPlaceToPlace(String places, Reason reason) {
    assertThat(refusal(decode(moveJson(places)))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"LOAD\"|\"type\":null|MISSING_FIELD",
        "\"type\":\"LOAD\"|\"type\":3|WRONG_TYPE",
        "\"time\":7|\"when\":7|MISSING_FIELD",
        "\"time\":7|\"time\":7.5|WRONG_TYPE",
        "\"time\":7|\"time\":[7]|WRONG_TYPE",
        "\"time\":7|\"time\":-7|OUT_OF_RANGE",
        "\"time\":7|\"time\":92233720368547758070|OUT_OF_RANGE",
        "\"time\":7|\"time\":1795315950459|FROM_THE_FUTURE",
        "\"time\":7|\"time\":7,\"correction\":1000001|OUT_OF_RANGE",
        "\"time\":7|\"time\":7,\"void\":\"true\"|WRONG_TYPE",
        "\"goods-1\"|null|MISSING_FIELD",
        "\"goods-1\"|1|WRONG_TYPE",
        "\"goods-1\"|\"goods 1\"|INVALID_IDENTIFIER",
        "\"goods-1\"|\"goods-2\"|KEY_MISMATCH",
      })
  void refuses(String from, String to, Reason reason) {
    assertThat(refusal(decode(json("LOAD", "\"w-1\"", "\"truck-1\"").replace(from, to)))).isEqualTo(reason);
  }

  /** As the table of section 2 has them, whatever the order of the fields is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"LOAD\",\"time\":7.5,\"goods\":\"a b\",\"warehouse\":\"w\"}|MISSING_FIELD",
        "{\"type\":\"SELL\",\"time\":7.5,\"goods\":\"a b\"}|WRONG_TYPE",
        "{\"type\":\"SELL\",\"time\":7,\"goods\":\"a b\"}|OUT_OF_RANGE",
        "{\"type\":\"LOAD\",\"time\":9000000000000,\"goods\":\"g\",\"warehouse\":\"w\",\"truck\":\"\"}|INVALID_IDENTIFIER",
        "{\"type\":\"DELIVER\",\"time\":7,\"goods\":\"goods-1\",\"truck\":\"\"}|INVALID_IDENTIFIER",
        "{\"type\":\"DELIVER\",\"time\":7,\"goods\":\"goods-1\",\"warehouse\":8,\"truck\":\"\"}|WRONG_TYPE",
        "{\"type\":\"LOAD\",\"time\":9000000000000,\"goods\":\"g\",\"warehouse\":\"w\",\"truck\":\"t\"}|KEY_MISMATCH",
      })
  void ofSeveralReasonsTheFirstCounts(String value, Reason reason) {
    assertThat(refusal(decode(value))).isEqualTo(reason);
  }

  @Test
  void readsCorrections() {
    String corrected = json("LOAD", "\"w-1\"", "\"truck-1\"").replace("\"time\"", "\"correction\":3,\"void\":true,\"time\"");
    assertThat(decode(corrected))
        .isEqualTo(new Decoded.Usable<>(
            new RfidRecord("goods-1", new Move(MoveType.LOAD, 7, "w-1", "truck-1"), new Correction(3, true))));
  }

  @Test
  void refusesWhatIsMalformedForEveryTopic() {
    Malformed.assertRefused(decoder, "goods-1", json("LOAD", "\"w-1\"", "\"truck-1\""), NOW);
  }

  private Decoded<RfidRecord> decode(String value) {
    return decoder.decode(bytes("goods-1"), bytes(value), NOW);
  }

  private static String json(String type, String warehouse, String truck) {
    return """
        {"type":"%s","time":7,"goods":"goods-1","warehouse":%s,"truck":%s}""".formatted(type, warehouse, truck);
  }

  private static String moveJson(String places) {
    return """
        {"type":"MOVE","time":7,"goods":"goods-1",%s}""".formatted(places);
  }

  private static String quoted(String text) {
    return text == null ? "null" : '"' + text + '"';
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
