package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.PlaceType;
import kongo.registry.Registration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordEncoderTest {

  private final RecordEncoder encoder = new RecordEncoder();

  @Test
  void writesDoublesThatAreReadBackExactly() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      assertSame(random.nextInt(2_000_000_001) / 1000.0 - 1_000_000);
      assertSame(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
      double any = Double.longBitsToDouble(random.nextLong());
      assertSame(Double.isFinite(any) ? any : 0);
    }
    List.of(0.0, 1e15, -1e15, 1e12 + 0.001, Double.MIN_VALUE, Double.MAX_VALUE, 0.001, -0.05, 0.01, 999999999999.999)
        .forEach(this::assertSame);
  }

  @Test
  void writesShortText() {
    byte[] value = encoder.encode("w-1", new Reading("humidity", "", 12, 40.05));
    assertThat(new String(value, StandardCharsets.UTF_8))
        .isEqualTo("{\"time\":12,\"location\":\"w-1\",\"metric\":\"humidity\",\"value\":40.05}");
  }

  @Test
  void namesTheUnitOfAValueAndTheGoodsThatALoggerTravelsWith() {
    byte[] value = encoder.encode(SensorRecord.ofGoods("box-1", new Reading("temperature", "s1", 12, 41)), "[degF]");
    assertThat(new String(value, StandardCharsets.UTF_8))
        .isEqualTo("{\"time\":12,\"goods\":\"box-1\",\"metric\":\"temperature\",\"value\":41,\"unit\":\"[degF]\",\"sensor\":\"s1\"}");
    Decoded<SensorRecord> decoded = new SensorDecoder(new EventTime(0, Long.MAX_VALUE)).decode("box-1".getBytes(StandardCharsets.UTF_8), value, 12);
    assertThat(decoded).isEqualTo(new Decoded.Usable<>(SensorRecord.ofGoods("box-1", new Reading("temperature", "s1", 12, 5))));
  }

  @ParameterizedTest
  @CsvSource({
    "9.7, 9.7", "-0.0, 0", "0, 0", "-5, -5", "0.001, 0.001", "0.0001, 1.0E-4", "100, 100", "40.05, 40.05", "999999999999, 999999999999",
    "1e12, 1.0E12", "12345678.5, 1.23456785E7", "7.6201389848857664E16, 7.620138984885766E16", "4.9e-324, 4.9E-324",
  })
  void writesNumbersTheSameOnEveryJvm(double value, String written) {
    assertThat(new String(encoder.encode("w-1", new Reading("m", "", 0, value)), StandardCharsets.UTF_8)).endsWith("\"value\":" + written + "}");
  }

  @Test
  void writesTextThatIsNotAsciiAsItIs() {
    PlaceProfile place = new PlaceProfile(PlaceType.WAREHOUSE, "\"K\u00fchl\"\n\uD834\uDD1E", 0, 0, List.of(), PlaceProfile.UNLIMITED);
    assertThat(new String(encoder.encode(new RegistryRecord("w", place)), StandardCharsets.UTF_8))
        .contains("\"name\":\"\\\"K\u00fchl\\\"\\n\uD834\uDD1E\"");
  }

  @Test
  void writesMovesThatAreReadBackEqual() {
    RfidDecoder decoder = new RfidDecoder(new EventTime(0, 86_400_000));
    for (Move move :
        List.of(
            new Move(MoveType.RECEIVE, 0, "w", ""),
            new Move(MoveType.LOAD, 100, "w", "t"),
            Move.between(100, "z", "w"),
            Move.between(100, "", "w"),
            new Move(MoveType.DELIVER, 99, "", "t"),
            new Move(MoveType.DELIVER, 99, "w", ""))) {
      assertThat(decoder.decode(bytes("g"), encoder.encode("g", move), 0))
          .isEqualTo(new Decoded.Usable<>(new RfidRecord("g", move)));
    }
  }

  @Test
  void writesProfilesThatAreReadBackEqual() {
    assertSame(new GoodsProfile(999_999_999_999L, List.of("A", "B"), Long.MIN_VALUE));
    assertSame(new GoodsProfile(1, List.of(), GoodsProfile.NEVER));
    assertSame(new GoodsProfile(1, List.of(), GoodsProfile.NEVER, List.of("w-1", "w-2")));
    assertSame(new PlaceProfile(PlaceType.TRUCK, "a\"b\\c\n\u0001é€𝄞", 0.5, -1e-9, List.of("T1"), 1_234_567));
    assertSame(new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED));
    assertSame(new RegistryRecord("id", GoodsProfile.NONE, OptionalLong.of(0)));
    assertSame(new RegistryRecord("id", new PlaceProfile(PlaceType.WAREHOUSE, "", 0, 0, List.of(), PlaceProfile.UNLIMITED), OptionalLong.of(Long.MAX_VALUE)));
    assertThat(encoder.encode(new RegistryRecord("id", Registration.DELETED))).isNull();
  }

  private void assertSame(Registration registration) {
    assertSame(new RegistryRecord("id", registration));
  }

  private void assertSame(RegistryRecord registry) {
    assertThat(new RegistryDecoder().decode(bytes("id"), encoder.encode(registry), 0))
        .isEqualTo(new Decoded.Usable<>(registry));
  }

  private void assertSame(double value) {
    SensorRecord sensor = new SensorRecord("w-1", new Reading("m", "s", 1, value + 0.0));
    assertThat(new SensorDecoder(new EventTime(0, 86_400_000)).decode(bytes("w-1"), encoder.encode(sensor), 0))
        .isEqualTo(new Decoded.Usable<>(sensor));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
