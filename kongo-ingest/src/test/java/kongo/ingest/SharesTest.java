package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.concurrent.atomic.AtomicInteger;
import kongo.violation.RefusedOffsets;
import org.junit.jupiter.api.Test;

class SharesTest {

  private final IngestSettings settings = IngestSettings.from(ConfigFactory.load());
  private final AtomicInteger partitions = new AtomicInteger();
  private final Shares shares = new Shares(settings, partitions::get);

  @Test
  void isAllOfItForOnePartition() {
    for (int few = 0; few <= 1; few++) {
      partitions.set(few);
      assertThat(shares.asks()).isEqualTo(settings.asksAtOnce());
      assertThat(shares.asksInHand()).isEqualTo(settings.asks().inHand());
      assertThat(shares.uncommittedBytes()).isEqualTo(settings.uncommittedBytes());
      assertThat(shares.hold().get().rowsPerSecond()).isEqualTo(settings.hold().rowsPerSecond());
    }
  }

  @Test
  void followsTheNumberOfPartitionsHere() {
    for (int count : new int[] {12, 48, 7, 48}) {
      partitions.set(count);
      assertThat(shares.asks()).isEqualTo(settings.asksAtOnce() / count);
      assertThat(shares.asksInHand()).isEqualTo(settings.asks().inHand() / count);
      assertThat(shares.uncommittedRecords())
          .isEqualTo(Math.min(RefusedOffsets.MOST - settings.batchRecords(), settings.uncommittedRecords() / count));
      assertThat(shares.uncommittedBytes()).isEqualTo(settings.uncommittedBytes() / count);
      assertThat(shares.hold().get().window()).isLessThanOrEqualTo(settings.hold().window() / count);
    }
  }

  @Test
  void isAtLeastOne() {
    partitions.set(Integer.MAX_VALUE);
    assertThat(shares.asks()).isEqualTo(1);
    assertThat(shares.asksInHand()).isEqualTo(1);
    assertThat(shares.uncommittedRecords()).isEqualTo(1);
    assertThat(shares.uncommittedBytes()).isEqualTo(1);
    assertThat(shares.hold().get().rowsPerSecond()).isEqualTo(1);
    assertThat(shares.hold().get().window()).isEqualTo(1);
  }

  @Test
  void isNoMoreThanRefusalsAreRemembered() {
    partitions.set(1);
    assertThat(shares.hold().get().window() + settings.batchRecords()).isLessThanOrEqualTo(RefusedOffsets.MOST);
    assertThat(shares.uncommittedRecords() + settings.batchRecords()).isLessThanOrEqualTo(RefusedOffsets.MOST);
  }
}
