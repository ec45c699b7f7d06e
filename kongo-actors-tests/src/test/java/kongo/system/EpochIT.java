package kongo.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import kongo.local.LocalStores;
import kongo.local.SharedStores;
import kongo.local.Supervisor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Offsets that begin again are those of older records, unless the topics are of a later epoch. */
@Timeout(900)
class EpochIT {

  private static final Map<String, String> NEXT = Map.of("KONGO_EPOCH", "1");

  private final LocalStores stores = SharedStores.get();

  @Test
  void topicsThatWereMadeAnewAreTakenInTheNextEpoch() throws Exception {
    Ground ground = Ground.in(stores, "epoch");
    try (Cluster first = Cluster.start(1, ground)) {
      first.awaitReady();
      for (int kilograms = 1; kilograms <= 20; kilograms++) {
        ground.register("goods-1", kilograms);
      }
      awaitWeight(first, 20);
    }
    ground.makeInputTopicsAnew(12);

    try (Cluster same = Cluster.start(1, ground)) {
      assertThat(same.awaitEnd(0)).isEqualTo(Supervisor.REFUSED);
      assertThat(same.said(0)).contains("it was made anew").contains("set kongo.kafka.epoch = 1 (KONGO_EPOCH)");
    }
    try (Cluster next = Cluster.start(1, ground, NEXT)) {
      next.awaitReady();
      ground.register("goods-1", 21);
      awaitWeight(next, 21);
      try (Cluster other = Cluster.start(1, ground, Map.of("KONGO_EPOCH", "2"))) {
        assertThat(other.awaitEnd(0)).isEqualTo(Supervisor.REFUSED);
        assertThat(other.said(0)).contains("have another kongo.kafka.epoch");
      }
    }
    try (Cluster earlier = Cluster.start(1, ground)) {
      assertThat(earlier.awaitEnd(0)).isEqualTo(Supervisor.REFUSED);
    }
  }

  private static void awaitWeight(Cluster cluster, int kilograms) {
    await("goods-1 weighs " + kilograms + " kg")
        .atMost(Duration.ofMinutes(3))
        .until(() -> cluster.body(0, "/goods/goods-1").contains("\"weight\":" + kilograms));
  }
}
