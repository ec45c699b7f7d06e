package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kongo.goods.GoodsReport;
import kongo.local.SharedStores;
import kongo.report.Cursor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node keeps no more Goods in memory than it may, and brings back the others. */
@Timeout(540)
class GoodsInMemoryIT {

  private static final int MOST = 5 * Records.PARTITIONS;

  @Test
  void aNodeWithMoreGoodsKeepsTheLatest() throws Exception {
    Map<String, ?> settings = Map.of("kongo.actors.goods-in-memory", MOST);
    try (OneNode node = new OneNode(SharedStores.get(), "goods_in_memory_it", Records.PARTITIONS, settings)) {
      for (int number = 0; number < 10 * MOST; number++) {
        report(node, "goods-" + number);
      }

      while (node.goodsInMemory() > MOST) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(node.goodsInMemory()).isPositive();
      assertThat(report(node, "goods-0").id()).isEqualTo("goods-0");
    }
  }

  private static GoodsReport report(OneNode node, String goods) throws Exception {
    return node.entities().goodsReport(goods, Cursor.START, Duration.ofSeconds(20)).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
