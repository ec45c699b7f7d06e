package kongo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kongo.protocol.Topics;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FaultResultTest {

  private static final TopicPartition HIT = new TopicPartition(Topics.DEFAULT.sensors(), 1);
  private static final TopicPartition SURVIVOR = new TopicPartition(Topics.DEFAULT.sensors(), 2);
  private static final TopicPartition RFID = new TopicPartition(Topics.DEFAULT.rfid(), 2);
  private static final long AT = 10_000;
  private static final long NEXT = 20_000;

  private final Fault fault = new Fault("kill", AT, Set.of(HIT), Goal.NODE_LOST);

  @Test
  void tellsTheLongestGapOfEachGroupOfPartitions() {
    FaultResult result = result(gap(HIT, 11_000, 18_000), gap(HIT, 11_500, 12_000), gap(SURVIVOR, 11_000, 11_400), gap(RFID, 11_000, 13_000));

    assertThat(result.hitMillis()).isEqualTo(7_000);
    assertThat(result.survivorsMillis()).isEqualTo(400);
    assertThat(result.othersMillis()).isEqualTo(2_000);
  }

  @Test
  void countsWhatWasWaitingAlreadyWhenItHappened() {
    assertThat(result(gap(HIT, 9_900, 15_000)).hitMillis()).isEqualTo(5_100);
  }

  @Test
  void leavesOutWhatWasDecidedBeforeOrRecordedAfterTheNextFault() {
    assertThat(result(gap(HIT, 1_000, 9_999), gap(HIT, 20_000, 40_000)).hitMillis()).isZero();
  }

  @Test
  void countsWhatTheNextFaultKeepsWaiting() {
    assertThat(result(gap(HIT, 19_000, 40_000)).hitMillis()).isEqualTo(21_000);
  }

  private FaultResult result(Gap... gaps) {
    return FaultResult.of(fault, NEXT, List.of(gaps));
  }

  private static Gap gap(TopicPartition partition, long recordedAt, long decidedAt) {
    return new Gap(partition, recordedAt, decidedAt);
  }
}
