package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import kongo.goods.Stay;
import kongo.goods.StaysChanged;
import kongo.registry.PlaceType;
import kongo.violation.Cause;
import org.junit.jupiter.api.Test;

class StaysJsonTest {

  static final Cause CAUSE = new Cause("kongo.rfid", 1, 2, 3);
  static final StaysChanged ABOARD =
      new StaysChanged(
          "goods-1", 7, 20, 20,
          List.of(
              new Stay("house-1", PlaceType.WAREHOUSE, 5, 20), new Stay("truck-1", PlaceType.TRUCK, 20, Stay.OPEN)),
          CAUSE);
  static final StaysChanged OUTSIDE = new StaysChanged("goods-1", 8, 20, 20, List.of(), CAUSE);

  @Test
  void saysWhereTheGoodsIsAndWas() {
    assertThat(text(ABOARD))
        .isEqualTo(
            "{\"goods\":\"goods-1\",\"version\":7,\"at\":{\"location\":\"truck-1\",\"as\":\"TRUCK\",\"since\":20},"
                + "\"changed\":20,\"from\":20,\"stays\":["
                + "{\"location\":\"house-1\",\"as\":\"WAREHOUSE\",\"from\":5,\"to\":20},"
                + "{\"location\":\"truck-1\",\"as\":\"TRUCK\",\"from\":20,\"to\":null}]}");
    assertThat(text(OUTSIDE)).contains("\"at\":null").endsWith("\"stays\":[]}");
  }

  @Test
  void readsWhatItWrites() {
    for (StaysChanged each : List.of(ABOARD, OUTSIDE)) {
      assertThat(StaysJson.decode(StaysJson.encode(each), CAUSE)).isEqualTo(each);
    }
  }

  @Test
  void theLargestRecordIsSmall() {
    String longest = "\"".repeat(256);
    Stay stay = new Stay(longest, PlaceType.WAREHOUSE, Long.MAX_VALUE - 2, Long.MAX_VALUE - 1);
    List<Stay> most = Collections.nCopies(StaysChanged.MOST, stay);
    byte[] value =
        StaysJson.encode(new StaysChanged(longest, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, most, CAUSE));
    assertThat(value).hasSizeLessThan(64 * 1024);
  }

  @Test
  void refusesWhatItDoesNotWrite() {
    for (String wrong : List.of("", "[]", "{}", text(ABOARD).replace("20", "\"20\""), text(ABOARD).replace("TRUCK", "SHIP"))) {
      assertThatThrownBy(() -> StaysJson.decode(wrong.getBytes(StandardCharsets.UTF_8), CAUSE))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String text(StaysChanged changed) {
    return new String(StaysJson.encode(changed), StandardCharsets.UTF_8);
  }
}
