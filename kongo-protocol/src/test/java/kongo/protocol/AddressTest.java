package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kongo.goods.Move;
import kongo.goods.MoveType;
import kongo.location.Reading;
import kongo.registry.GoodsProfile;
import org.junit.jupiter.api.Test;

class AddressTest {

  private final RecordEncoder encoder = new RecordEncoder();

  @Test
  void isToldByTheFields() {
    assertThat(Address.of(encoder.encode("truck-1", new Reading("m", "", 0, 1)), Topics.DEFAULT))
        .contains(new Address("kongo.sensors", "truck-1"));
    assertThat(Address.of(encoder.encode("goods-1", new Move(MoveType.RECEIVE, 0, "w", "")), Topics.DEFAULT))
        .contains(new Address("kongo.rfid", "goods-1"));
    assertThat(Address.of(encoder.encode(new RegistryRecord("goods-1", GoodsProfile.NONE)), Topics.DEFAULT))
        .contains(new Address("kongo.registry", "goods-1"));
  }

  @Test
  void ofAReadingIsTheGoodsThatItsLoggerTravelsWith() {
    assertThat(Address.of(encoder.encode(SensorRecord.ofGoods("goods-1", new Reading("m", "", 0, 1))), Topics.DEFAULT))
        .contains(new Address("kongo.sensors", "goods-1"));
  }

  @Test
  void isUnknownWithoutAnyId() {
    for (String text : List.of("", "{}", "[]", "{\"id\":7}", "{\"goods\":null}", "{")) {
      assertThat(Address.of(text.getBytes(StandardCharsets.UTF_8), Topics.DEFAULT)).isEqualTo(Optional.empty());
    }
  }
}
