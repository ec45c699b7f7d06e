package kongo.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class PartitionsTest {

  @Test
  void followTheHashOfTheDefaultPartitioner() {
    for (int i = 0; i < 1_000; i++) {
      String key = "truck-" + i;
      int hash = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)));
      assertThat(Partitions.of(key, 12)).isEqualTo(hash % 12);
      assertThat(IntStream.range(0, 12).filter(p -> Partitions.isDefault(key.getBytes(StandardCharsets.UTF_8), p, 12)))
          .containsExactly(Partitions.of(key, 12));
    }
    assertThat(Partitions.of("truck-12", 12)).isEqualTo(Partitions.of("truck-12", 12)).isBetween(0, 11);
  }
}
