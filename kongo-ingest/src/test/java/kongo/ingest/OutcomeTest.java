package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.protocol.Reason;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private final List<List<Integer>> taken = new ArrayList<>();

  /** An entity that cannot take 13. */
  private Request<List<Integer>> request(List<Integer> numbers) {
    return new Request<>(
        numbers.size(),
        (from, to) -> request(numbers.subList(from, to)),
        () -> take(numbers),
        cause -> new DeadLetters.Letter(record(numbers.get(0)), Reason.FAILED, cause));
  }

  private CompletionStage<List<Integer>> take(List<Integer> numbers) {
    if (numbers.contains(13)) {
      return CompletableFuture.failedFuture(new Poisoned("unlucky"));
    }
    taken.add(numbers);
    return CompletableFuture.completedFuture(numbers);
  }

  private static ConsumerRecord<byte[], byte[]> record(int offset) {
    return new ConsumerRecord<>("t", 0, offset, null, null);
  }

  @Test
  void findsThePoisonAndTakesTheOthersInTheirOrder() {
    Outcome<List<Integer>> outcome =
        Outcome.of(request(List.of(11, 12, 13, 14, 15))).toCompletableFuture().join();
    assertThat(outcome.letters()).extracting(letter -> letter.record().offset()).containsExactly(13L);
    assertThat(outcome.letters()).extracting(DeadLetters.Letter::detail).containsExactly("unlucky");
    assertThat(taken.stream().flatMap(List::stream)).containsExactly(11, 12, 14, 15);
    assertThat(outcome.replies()).isEqualTo(taken);
  }

  @Test
  void findsEveryPoison() {
    Outcome<List<Integer>> outcome = Outcome.of(request(List.of(13, 1, 13))).toCompletableFuture().join();
    assertThat(outcome.letters()).hasSize(2);
    assertThat(taken.stream().flatMap(List::stream)).containsExactly(1);
  }

  @Test
  void leavesWhatIsNotPoisonToOthers() {
    Lane lane = new Lane(new TopicPartition("t", 0), 0, TestTimer.NEVER);
    Request<String> request =
        new Request<>(
            1, (from, to) -> { throw new AssertionError("has no parts"); },
            () -> CompletableFuture.failedFuture(new Abandoned(lane)),
            cause -> new DeadLetters.Letter(record(1), Reason.FAILED, cause));
    CompletableFuture<Outcome<String>> outcome = Outcome.of(request).toCompletableFuture();
    assertThatThrownBy(outcome::join).hasCauseInstanceOf(Abandoned.class);
  }
}
