package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kongo.alarm.Incident;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import org.junit.jupiter.api.Test;

class IncidentJsonTest {

  @Test
  void hasAllFields() {
    assertThat(text(new Incident(
        "truck-12/chilled/s1/1795229550458", "truck-12", Kind.ENVIRONMENT, "chilled", "truck-12", "s1", 1_795_229_550_458L,
        1_795_229_610_458L, Status.CLOSED, Severity.CRITICAL, 3, 2, List.of("goods-1", "goods-2"), 9.7)))
        .isEqualTo("{\"id\":\"truck-12/chilled/s1/1795229550458\",\"owner\":\"truck-12\",\"kind\":\"ENVIRONMENT\",\"rule\":\"chilled\","
            + "\"location\":\"truck-12\",\"sensor\":\"s1\",\"from\":1795229550458,\"to\":1795229610458,\"status\":\"CLOSED\","
            + "\"severity\":\"CRITICAL\",\"violations\":3,\"goods\":2,\"goodsIds\":[\"goods-1\",\"goods-2\"],\"worst\":9.7}");
  }

  @Test
  void saysNullOfWhatThereIsNot() {
    assertThat(text(new Incident(
        "goods-3/expired/-/-/5", "goods-3", Kind.EXPIRED, "expired", "house", "", 5, null, Status.OPEN, Severity.MAJOR, 1, 1,
        List.of("goods-3"), null)))
        .contains("\"from\":5,\"to\":null,\"status\":\"OPEN\"").endsWith("\"goodsIds\":[\"goods-3\"],\"worst\":null}");
  }

  private static String text(Incident incident) {
    return new String(IncidentJson.encode(incident), StandardCharsets.UTF_8);
  }
}
