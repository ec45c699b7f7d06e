package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import kongo.kafka.Assignment;
import kongo.kafka.Consumption;
import kongo.kafka.Precedence;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Polls are steps here: each task that is scheduled is one. */
@Timeout(30)
class ConsumptionTest {

  private static final TopicPartition ONE = new TopicPartition("topic", 1);
  private static final TopicPartition TWO = new TopicPartition("topic", 2);
  private static final int MOST = 3;

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(OffsetResetStrategy.EARLIEST);
  private final Assignment assignment = new Assignment(partitions -> {}, gone -> {});
  private final Consumption consumption = new Consumption(consumer, assignment, new Word(), this::lane);
  private final List<Batch> taken = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<LaneRun> runs = new ArrayList<>();
  private OptionalLong position = OptionalLong.empty();
  private CompletableFuture<OptionalLong> answer = new CompletableFuture<>();
  private long mayTakeUpTo = Long.MAX_VALUE;
  private boolean wantsLooks;
  private boolean onlyWaits;

  /** What the test says. */
  private final class Word implements Precedence {

    @Override
    public boolean mayTake(long timestamp) {
      return timestamp <= mayTakeUpTo;
    }

    @Override
    public void report(Supplier<OptionalLong> timestamp) {
      position = timestamp.get();
    }
  }

  private final class Work implements LaneWork {

    @Override
    public CompletionStage<OptionalLong> take(Batch batch) {
      return ConsumptionTest.this.take(batch);
    }

    @Override
    public boolean wantsLooks() {
      return wantsLooks;
    }

    @Override
    public boolean onlyWaits() {
      return onlyWaits;
    }
  }

  private LaneRun lane(TopicPartition partition) {
    Lane lane = new Lane(partition, 0, TestTimer.NEVER);
    lanes.add(lane);
    LaneRun run = new LaneRun(lane, new Work(), Runnable::run, new Word(), MOST);
    runs.add(run);
    return run;
  }

  /** Looks and the end of a lane are answered at once, a batch of records when the test says so. */
  private CompletionStage<OptionalLong> take(Batch batch) {
    taken.add(batch);
    return batch.isEmpty() ? CompletableFuture.completedFuture(OptionalLong.empty()) : answer;
  }

  private void play(Runnable... steps) {
    consumer.schedulePollTask(() -> assign(ONE));
    for (Runnable step : steps) {
      consumer.schedulePollTask(step);
    }
    consumption.run("topic");
  }

  private void assign(TopicPartition... partitions) {
    consumer.rebalance(List.of(partitions));
    for (TopicPartition partition : partitions) {
      consumer.updateBeginningOffsets(Map.of(partition, 0L));
    }
  }

  private void come(long from, long to) {
    LongStream.range(from, to).forEach(offset ->
        consumer.addRecord(new ConsumerRecord<>(ONE.topic(), ONE.partition(), offset, new byte[0], new byte[0])));
  }

  private void backlogSentAt(long timestamp) {
    LongStream.range(0, MOST).forEach(offset -> comeSentAt(offset, timestamp));
  }

  private void comeSentAt(long offset, long timestamp) {
    consumer.addRecord(
        new ConsumerRecord<>(
            ONE.topic(), ONE.partition(), offset, timestamp, TimestampType.CREATE_TIME, 0, 0, new byte[0], new byte[0],
            new RecordHeaders(), Optional.empty()));
  }

  private void finish() {
    CompletableFuture<OptionalLong> last = answer;
    answer = new CompletableFuture<>();
    last.complete(taken.get(taken.size() - 1).next());
  }

  private List<Integer> sizes() {
    return taken.stream().map(batch -> batch.records().size()).toList();
  }

  private static void awaitCommitTime() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException end) {
      throw new IllegalStateException(end);
    }
  }

  @Test
  void takesOneBatchAfterTheOtherAndHoldsBackWhatHasNoRoom() {
    List<Set<TopicPartition>> paused = new ArrayList<>();

    play(
        () -> come(0, 1),
        () -> come(1, 5),
        () -> paused.add(consumer.paused()),
        this::finish,
        () -> paused.add(consumer.paused()),
        this::finish,
        () -> paused.add(consumer.paused()),
        this::finish,
        consumption::drain);

    assertThat(sizes()).as("nothing after the third").containsExactly(1, 3, 1, 0);
    assertThat(paused).containsExactly(Set.of(ONE), Set.of(), Set.of());
  }

  @Test
  void commitsWhatIsSettledAndNothingElse() {
    List<Object> committed = new ArrayList<>();

    play(
        () -> come(0, 2),
        () -> come(2, 3),
        ConsumptionTest::awaitCommitTime,
        () -> committed.add(offset()),
        this::finish,
        ConsumptionTest::awaitCommitTime,
        () -> {},
        () -> committed.add(offset()),
        consumption::drain,
        () -> lanes.get(0).abandon(),
        consumption::abandon);

    assertThat(committed).containsExactly(0L, 2L);
  }

  @Test
  void commitsWhatIsSettledBeforeThePartitionIsSomebodyElses() {
    play(() -> come(0, 2), () -> {}, this::finish, () -> assign(TWO), () -> assign(ONE), consumption::drain);

    assertThat(offset()).isEqualTo(2);
  }

  /** Behind the last record there are some that are none: the end of a transaction, records of one that was taken back. */
  @Test
  void commitsWhereItIsWhenAllRecordsAreSettled() {
    List<Object> committed = new ArrayList<>();

    play(
        () -> come(0, 2),
        () -> consumer.seek(ONE, 5),
        ConsumptionTest::awaitCommitTime,
        () -> committed.add(offset()),
        this::finish,
        ConsumptionTest::awaitCommitTime,
        () -> {},
        () -> committed.add(offset()),
        consumption::drain);

    assertThat(committed).as("not while a record is in hand").containsExactly(0L, 5L);
  }

  @Test
  void commitsNothingBeyondRecordsThatItForgets() {
    play(() -> come(0, 2), () -> come(2, 4), consumption::drain, () -> consumer.seek(ONE, 9), this::finish);

    assertThat(offset()).isEqualTo(2);
  }

  private long offset() {
    OffsetAndMetadata done = consumer.committed(Set.of(ONE)).get(ONE);
    return done == null ? 0 : done.offset();
  }

  @Test
  void drainsWithoutWhatWaitsAndCommitsWhatWasInHand() {
    play(() -> come(0, 2), () -> come(2, 4), consumption::drain, () -> {}, this::finish);

    assertThat(sizes()).as("the batch in hand, and the end").containsExactly(2, 0);
    assertThat(taken.get(1).isLast()).isTrue();
    assertThat(offset()).isEqualTo(2);
  }

  @Test
  void abandonsThePartitionsThatItLosesAndCommitsThemNoMore() {
    play(
        () -> come(0, 2),
        () -> assign(TWO),
        this::finish,
        ConsumptionTest::awaitCommitTime,
        () -> {},
        consumption::drain);

    assertThat(lanes).extracting(Lane::isAbandoned).containsExactly(true, false);
    assertThat(assignment.here()).containsExactly(TWO);
    assertThat(offset()).isZero();
  }

  @Test
  void holdsWhatMayNotBeTakenYetAndGoesOnLooking() {
    List<List<Integer>> seen = new ArrayList<>();
    mayTakeUpTo = 5;

    play(
        () -> backlogSentAt(6),
        () -> wantsLooks = true,
        () -> {
          assertThat(runs.get(0).isHeld()).isTrue();
          seen.add(sizes());
          mayTakeUpTo = 6;
        },
        () -> {
          assertThat(runs.get(0).isHeld()).isFalse();
          wantsLooks = false;
          seen.add(sizes().stream().dropWhile(size -> size == 0).toList());
        },
        this::finish,
        consumption::drain);

    assertThat(seen.get(0)).as("looks").isNotEmpty().containsOnly(0);
    assertThat(taken.get(0).isGap()).as("there is more").isTrue();
    assertThat(seen.get(1)).as("the records").containsExactly(MOST);
  }

  @Test
  void whatIsLessThanABatchWaitsForNobody() {
    mayTakeUpTo = 5;

    play(() -> comeSentAt(0, 6), () -> {}, this::finish, consumption::drain);

    assertThat(sizes()).containsExactly(1, 0);
  }

  @Test
  void looksKnowWhetherMoreIsToCome() {
    play(
        () -> {
          consumer.updateEndOffsets(Map.of(ONE, 1L));
          wantsLooks = true;
        },
        () -> {},
        () -> comeSentAt(0, 6),
        this::finish,
        () -> {},
        () -> wantsLooks = false,
        consumption::drain);

    List<Boolean> gaps = taken.stream().filter(batch -> batch.isEmpty() && !batch.isLast()).map(Batch::isGap).distinct().toList();
    assertThat(gaps).as("until the record has come, and then").containsExactly(true, false);
  }

  @Test
  void forgetsWhatIsHeldWhenItIsDrained() {
    mayTakeUpTo = 5;

    play(() -> backlogSentAt(6), () -> {}, consumption::drain);

    assertThat(sizes()).as("the end").containsExactly(0);
    assertThat(offset()).isZero();
  }

  @Test
  void tellsHowFarItIsAsLongAsThereIsMoreToDo() {
    List<OptionalLong> positions = new ArrayList<>();

    play(
        () -> comeSentAt(0, 70),
        () -> {},
        () -> positions.add(position),
        () -> comeSentAt(1, 60),
        this::finish,
        () -> positions.add(position),
        () -> comeSentAt(2, 80),
        this::finish,
        () -> positions.add(position),
        this::finish,
        () -> positions.add(position),
        consumption::drain);

    assertThat(positions)
        .as("a late record does not bring it back")
        .containsExactly(OptionalLong.of(70), OptionalLong.of(70), OptionalLong.of(80), OptionalLong.empty());
  }

  @Test
  void tellsWhatIsTheOldestThatIsNotDone() {
    List<OptionalLong> undone = new ArrayList<>();

    play(
        () -> comeSentAt(0, 70),
        () -> undone.add(runs.get(0).undone()),
        () -> comeSentAt(1, 90),
        () -> undone.add(runs.get(0).undone()),
        this::finish,
        () -> undone.add(runs.get(0).undone()),
        this::finish,
        () -> {
          undone.add(runs.get(0).undone());
          consumer.updateEndOffsets(Map.of(ONE, 5L));
        },
        () -> {},
        () -> undone.add(runs.get(0).undone()),
        consumption::drain);

    assertThat(undone)
        .as("the first; it is not done yet; the second; none; the next are later than the second")
        .containsExactly(
            OptionalLong.of(70), OptionalLong.of(70), OptionalLong.of(90), OptionalLong.empty(), OptionalLong.of(90));
    assertThat(lane(TWO).undone()).as("nobody knows").hasValue(Long.MIN_VALUE);
  }

  @Test
  void whoWaitsForReadingsIsWaitedForByNoneOfThem() {
    List<OptionalLong> positions = new ArrayList<>();

    play(
        () -> backlogSentAt(60),
        () -> comeSentAt(MOST, 70),
        () -> onlyWaits = true,
        () -> {},
        () -> positions.add(position),
        this::finish,
        () -> {},
        this::finish,
        () -> wantsLooks = true,
        () -> {},
        () -> positions.add(position),
        () -> wantsLooks = false,
        consumption::drain);

    assertThat(positions).as("up to the newest that was taken; no further").containsExactly(OptionalLong.of(60), OptionalLong.empty());
  }

  @Test
  void aLaneIsBehindAsLongAsKafkaHasMore() {
    List<OptionalLong> positions = new ArrayList<>();

    play(
        () -> {
          consumer.updateEndOffsets(Map.of(ONE, 2L));
          comeSentAt(0, 70);
        },
        () -> {},
        this::finish,
        () -> positions.add(position),
        () -> comeSentAt(1, 80),
        this::finish,
        () -> positions.add(position),
        consumption::drain);

    assertThat(positions).containsExactly(OptionalLong.of(70), OptionalLong.empty());
  }

  @Test
  void aLaneInWhichNothingIsAnsweredHasNoPosition() {
    play(
        () -> comeSentAt(0, 70),
        () -> {},
        () -> {
          assertThat(runs.get(0).position(Duration.ofHours(1))).hasValue(70);
          assertThat(runs.get(0).position(Duration.ZERO)).isEmpty();
        },
        this::finish,
        consumption::drain);
  }

  @Test
  void failsWithItsLane() {
    assertThatThrownBy(
            () -> play(() -> come(0, 2), () -> answer.completeExceptionally(new IllegalArgumentException("planted"))))
        .hasMessageContaining("topic-1")
        .hasRootCauseMessage("planted");
  }

  @Test
  void theEndOfAnAbandonedLaneIsNoFailure() {
    play(
        () -> come(0, 2),
        () -> {
          lanes.get(0).abandon();
          answer.completeExceptionally(new Abandoned(lanes.get(0)));
        },
        consumption::drain);

    assertThat(taken).hasSize(1);
  }
}
