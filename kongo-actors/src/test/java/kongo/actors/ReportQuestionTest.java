package kongo.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kongo.backoff.Backoff;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReportQuestionTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Answer WORKING = new Answer.Working();
  private static final Answer FAILED = new Answer.Failed("a bug");
  /** Any answer can stand for it. */
  private static final Answer REPORT = new Answer.Failed("the report");

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void asksAgainWhileTheEntityIsAtWork() throws Exception {
    assertThat(ask(Duration.ofSeconds(20), WORKING, WORKING, REPORT).expecting(REPORT)).isEqualTo(REPORT);
  }

  @Test
  void endsWithItsTime() {
    assertThatThrownBy(() -> ask(Duration.ofMillis(500), WORKING, WORKING, WORKING, WORKING, REPORT).expecting(REPORT))
        .hasMessageContaining("Goods [g] answers " + WORKING);
  }

  @Test
  void takesAFailureAsSuch() {
    assertThatThrownBy(() -> ask(Duration.ofSeconds(20), WORKING, FAILED, REPORT).expecting(REPORT))
        .hasMessageContaining("Goods [g] answers " + FAILED);
  }

  private static Ask ask(Duration within, Answer... answers) {
    return new Ask(within, new ArrayDeque<>(List.of(answers)));
  }

  /** @param answers what the entity says, one after the other */
  private record Ask(Duration within, Queue<Answer> answers) {

    /** The answer that counts as the report, if it comes before the end. */
    Answer expecting(Answer report) throws Exception {
      return new ReportQuestion<>(
              new Backoff(new SystemTimer(KIT.system()), IllegalStateException::new),
              "Goods [g]",
              left -> CompletableFuture.completedFuture(answers.remove()),
              answer -> Optional.of(answer).filter(report::equals))
          .within(within)
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
    }
  }
}
