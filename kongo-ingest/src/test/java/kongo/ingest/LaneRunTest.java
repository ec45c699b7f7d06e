package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import kongo.kafka.Precedence;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What a lane says of how far it is. */
class LaneRunTest {

  private static final int MOST = 3;
  private static final long FIRST = 1_000_000;

  private final TopicPartition partition = new TopicPartition("kongo.sensors", 0);
  private final List<CompletableFuture<OptionalLong>> answers = new ArrayList<>();
  private final LaneRun run =
      new LaneRun(new Lane(partition, 0, TestTimer.NEVER), batch -> {
        CompletableFuture<OptionalLong> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
      }, Runnable::run, new Precedence() {}, MOST);

  @Test
  void knowsNothingBeforeRecordsHaveComeAndKafkaHasSaidHowManyThereAre() {
    assertThat(run.undone()).hasValue(Long.MIN_VALUE);
    assertThat(run.end()).isEmpty();
    come(FIRST, 5);
    assertThat(run.end()).isEmpty();
    run.look(OptionalLong.of(40));
    assertThat(run.end()).hasValue(FIRST + 5 + 40);
    assertThat(run.done()).isEqualTo(FIRST);
  }

  @Test
  void whatKafkaHasDoesNotGrowByWhatComesFromThere() {
    come(FIRST, 5);
    run.look(OptionalLong.of(40));
    come(FIRST + 5, 5);
    assertThat(run.end()).hasValue(FIRST + 45);
    run.look(OptionalLong.of(37));
    assertThat(run.end()).hasValue(FIRST + 47);
  }

  @Test
  void isDoneUpToWhatIsSettled() {
    come(FIRST, 5);
    run.look(OptionalLong.of(0));
    answers.get(0).complete(OptionalLong.empty());
    assertThat(run.done()).isEqualTo(FIRST);
    assertThat(run.undone()).as("the oldest").hasValue(FIRST);

    answers.get(1).complete(OptionalLong.of(FIRST + 3));
    assertThat(run.done()).isEqualTo(FIRST + 3);
    assertThat(run.undone()).hasValue(FIRST + 3);
  }

  @Test
  void hasNothingToDoWhenAllIsSettledAndKafkaHasNoMore() {
    come(FIRST, 2);
    run.look(OptionalLong.of(0));
    answers.get(0).complete(OptionalLong.of(FIRST + 2));
    assertThat(run.undone()).isEmpty();
    assertThat(run.done()).isEqualTo(FIRST + 2);
    run.look(OptionalLong.of(1));
    assertThat(run.undone()).as("what is on its way is not older").hasValue(FIRST + 1);
  }

  /** Each is sent in at its offset. */
  private void come(long from, int count) {
    run.offer(LongStream.range(from, from + count).mapToObj(this::record).toList());
  }

  private ConsumerRecord<byte[], byte[]> record(long offset) {
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), offset, offset, TimestampType.CREATE_TIME, 0, 0, new byte[0], new byte[0],
        new RecordHeaders(), Optional.empty());
  }
}
