package kongo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theMedianOfThreeIsTheMiddleOne() {
    assertThat(spreads(3, 1, 2).medians()).containsEntry("cpu.kafka", 2.0);
  }

  @Test
  void theMedianOfTwoIsBetweenThem() {
    assertThat(spreads(3, 1).medians()).containsEntry("cpu.kafka", 2.0);
  }

  @Test
  void theRangeGoesFromTheLeastToTheGreatest() {
    assertThat(spreads(3, 1, 2).ranges()).containsEntry("cpu.kafka", List.of(1.0, 3.0));
  }

  @Test
  void whatIsNoNumberHasNoMedian() {
    assertThat(spreads(1).medians()).containsOnlyKeys("cpu.kafka");
  }

  private static Spreads spreads(double... kafka) {
    return Spreads.of(java.util.Arrays.stream(kafka)
        .mapToObj(each -> JSON.<JsonNode>valueToTree(Map.of("cpu", Map.of("kafka", each), "verdict", "clean")))
        .toList());
  }
}
