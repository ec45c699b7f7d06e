package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class NodePartitionsTest {

  @Test
  void readsThePartitionsThatHaveALag() {
    String metrics = """
        # TYPE kongo_lag gauge
        kongo_lag{partition="0",topic="kongo.sensors"} 3.0
        kongo_lag{partition="11",topic="kongo.rfid"} 0.0
        kongo_records_received_total{topic="kongo.registry"} 4.0
        """;

    assertThat(NodePartitions.read(metrics))
        .containsExactlyInAnyOrder(new TopicPartition("kongo.sensors", 0), new TopicPartition("kongo.rfid", 11));
  }
}
