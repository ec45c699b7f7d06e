package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kongo.actors.Answer;
import kongo.goods.GoodsReply;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AskingTest {

  private static final Answer.GoodsTook TOOK =
      new Answer.GoodsTook(new GoodsReply(List.of(), 0, List.of(), List.of(), Optional.empty()));
  private static final Answer WORKING = new Answer.Working();
  private static final Answer FAILED = new Answer.Failed("alike");

  private final Lane lane = new Lane(new TopicPartition("kongo.rfid", 0), 0, TestTimer.AT_ONCE);
  private final Deque<CompletionStage<Answer>> answers = new ArrayDeque<>();
  private long now = 1;
  private final Unanswered unanswered = new Unanswered(() -> now);

  private CompletableFuture<Answer.GoodsTook> ask(Answer... coming) {
    return ask(new Asking(lane, IngestMetrics.NONE, unanswered, 3), coming);
  }

  private CompletableFuture<Answer.GoodsTook> ask(Asking asking, Answer... coming) {
    Arrays.stream(coming).map(CompletableFuture::completedFuture).forEach(answers::add);
    return asking
        .ask("Goods g", Answer.GoodsTook.class, answers::remove)
        .toCompletableFuture();
  }

  @Test
  void asksAgainWithoutAnAnswer() throws Exception {
    answers.add(CompletableFuture.failedFuture(new TimeoutException("planted")));
    assertThat(ask(TOOK).get(10, TimeUnit.SECONDS)).isEqualTo(TOOK);
  }

  @Test
  void asksAsOftenAsTheEntityIsWorking() throws Exception {
    assertThat(ask(WORKING, WORKING, WORKING, WORKING, WORKING, TOOK).get(10, TimeUnit.SECONDS)).isEqualTo(TOOK);
  }

  @Test
  void whoIsPatientIsNotStuck() {
    Lane patient = new Lane(new TopicPartition("kongo.rfid", 0), 0, TestTimer.NEVER);
    Asking asking = new Asking(patient, IngestMetrics.NONE, unanswered, 3);
    ask(asking.patient(), WORKING);
    assertThat(patient.stuck()).isZero();
    ask(asking, WORKING);
    assertThat(patient.stuck()).isOne();
  }

  @Test
  void takesUnlikeFailuresForTrouble() throws Exception {
    Answer other = new Answer.Failed("other");
    assertThat(ask(FAILED, FAILED, other, FAILED, TOOK).get(10, TimeUnit.SECONDS)).isEqualTo(TOOK);
  }

  @Test
  void takesOneFailureForPoisonInHaste() {
    Asking hasty = new Asking(lane, IngestMetrics.NONE, unanswered, 3).hasty();
    assertThatThrownBy(() -> ask(hasty, FAILED, TOOK).get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Poisoned.class);
    assertThat(answers).hasSize(1);
  }

  @Test
  void asksOnceForWhatIsNeverTaken() {
    assertThatThrownBy(() -> ask(WORKING, new Answer.NeverTaken("too long"), TOOK).get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(Poisoned.class);
    assertThat(answers).hasSize(1);
  }

  @Test
  void takesAlikeFailuresForPoison() {
    assertThatThrownBy(() -> ask(FAILED, FAILED, FAILED, TOOK).get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(Poisoned.class);
    assertThat(answers).hasSize(1);
  }

  @Test
  void takesManyUnlikeFailuresForPoison() {
    Asking asking = new Asking(lane, IngestMetrics.NONE, unanswered, 3, Duration.ofMillis(1));
    Answer[] coming =
        Stream.concat(IntStream.range(0, 12).mapToObj(i -> new Answer.Failed("failure " + i)), Stream.of(TOOK))
            .toArray(Answer[]::new);
    assertThatThrownBy(() -> ask(asking, coming).get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Poisoned.class);
    assertThat(answers).as("after four times as many as if they were alike").hasSize(1);
  }

  @Test
  void whatIsRepeatedIsKnownToTheLaneUntilItIsAnswered() throws Exception {
    CompletableFuture<Answer> last = new CompletableFuture<>();
    answers.add(CompletableFuture.completedFuture(WORKING));
    answers.add(last);
    CompletableFuture<Answer.GoodsTook> asked =
        new Asking(lane, IngestMetrics.NONE, unanswered, 3, Duration.ofMillis(1))
            .ask("Goods g", Answer.GoodsTook.class, answers::remove).toCompletableFuture();
    assertThat(lane.stuck()).isEqualTo(1);
    last.complete(TOOK);
    asked.get(10, TimeUnit.SECONDS);
    assertThat(lane.stuck()).isZero();
  }

  @Test
  void whoIsSilentForLongIsNamedUntilItAnswers() {
    CompletableFuture<Answer> second = new CompletableFuture<>();
    CompletableFuture<Answer> third = new CompletableFuture<>();
    answers.addAll(List.of(CompletableFuture.failedFuture(new TimeoutException("planted")), second, third));
    Asking asking = new Asking(lane, IngestMetrics.NONE, unanswered, 3, Duration.ofMillis(1));
    asking.ask("Goods g", Answer.GoodsTook.class, answers::remove);
    assertThat(unanswered.longerThan(Duration.ofSeconds(60))).isEmpty();
    now += Duration.ofSeconds(61).toNanos();
    assertThat(unanswered.longerThan(Duration.ofSeconds(60))).contains("Goods g has not answered for 61 s (kongo.rfid-0)");
    second.complete(WORKING);
    assertThat(unanswered.longerThan(Duration.ofSeconds(60))).as("it is at work").isEmpty();
    third.complete(TOOK);
    assertThat(unanswered.longerThan(Duration.ZERO)).isEmpty();
  }

  @Test
  void endsWhenThePartitionIsSomebodyElses() {
    Stream.of(WORKING, TOOK).map(CompletableFuture::completedFuture).forEach(answers::add);
    lane.abandon();
    assertThatThrownBy(() -> ask().get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Abandoned.class);
    assertThat(answers).hasSize(2);
  }

  @Test
  void doesNotWaitOnWhenThePartitionHasGone() {
    Lane goes = new Lane(new TopicPartition("kongo.rfid", 0), 0, TestTimer.NEVER);
    CompletableFuture<Answer.GoodsTook> asked = ask(new Asking(goes, IngestMetrics.NONE, unanswered, 3), WORKING, TOOK);
    assertThat(asked).isNotDone();
    goes.abandon();
    assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(Abandoned.class);
    assertThat(answers).as("it is not asked again").hasSize(1);
  }
}
