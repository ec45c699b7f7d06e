package kongo.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kongo.goods.Stay;
import kongo.goods.StaysChanged;
import kongo.protocol.CauseHeaders;
import kongo.protocol.StaysJson;
import kongo.registry.PlaceType;
import kongo.violation.Cause;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class StaysDifferenceTest {

  private static final Cause CAUSE = new Cause("kongo.rfid", 0, 1, 2);
  private static final Stay HOUSE = new Stay("house-1", PlaceType.WAREHOUSE, 5, 20);
  private static final Stay TRUCK = new Stay("truck-1", PlaceType.TRUCK, 20, Stay.OPEN);
  private static final Map<String, List<Stay>> EXPECTED = Map.of("g", List.of(HOUSE, TRUCK));

  private final StaysLog log = new StaysLog();

  @Test
  void isNoneWhereTheWordsMakeTheExpectedStays() {
    publish("g", 1, 5, new Stay("house-1", PlaceType.WAREHOUSE, 5, Stay.OPEN));
    publish("g", 2, 20, HOUSE, TRUCK);
    publish("g", 1, 5, new Stay("house-1", PlaceType.WAREHOUSE, 5, Stay.OPEN));
    assertThat(difference()).isEqualTo(StaysDifference.NONE);
    assertThat(log.contradictions()).isEmpty();
  }

  @Test
  void whatWasCompactedAwayIsNotMissed() {
    publish("g", 2, 21, TRUCK);
    assertThat(difference().isNone()).isTrue();
  }

  @Test
  void namesLostInventedAndWrongOnes() {
    assertThat(difference()).isEqualTo(new StaysDifference(List.of("g"), List.of(), List.of()));
    publish("h", 1, 5, TRUCK);
    publish("nowhere", 1, 5);
    publish("g", 2, 20, HOUSE);
    assertThat(difference().invented()).containsExactly("h");
    assertThat(difference().wrong()).singleElement().asString().contains("g expected at").contains("truck-1");
  }

  @Test
  void oneVersionHasOneContent() {
    publish("g", 2, 20, HOUSE, TRUCK);
    publish("g", 2, 20, HOUSE);
    assertThat(log.contradictions()).singleElement().asString().contains("version 2").contains("two ways");
  }

  @Test
  void whatIsNoWordIsSaid() {
    log.read(new ConsumerRecord<>("kongo.stays", 3, 7, new byte[0], "hello".getBytes(StandardCharsets.UTF_8)));
    assertThat(log.contradictions()).singleElement().asString().contains("offset 7 of partition 3");
  }

  private StaysDifference difference() {
    return StaysDifference.between(EXPECTED, log.known());
  }

  private void publish(String goods, long version, long from, Stay... stays) {
    byte[] value = StaysJson.encode(new StaysChanged(goods, version, from, from, List.of(stays), CAUSE));
    var published = new ConsumerRecord<>("kongo.stays", 0, version, goods.getBytes(StandardCharsets.UTF_8), value);
    CauseHeaders.write(CAUSE, published.headers());
    log.read(published);
  }
}
