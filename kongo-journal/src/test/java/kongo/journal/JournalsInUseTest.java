package kongo.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kongo.journal.JournalsInUse.Recovery;
import org.junit.jupiter.api.Test;

/** What has been read of a journal counts only as long as nothing is written to it. */
class JournalsInUseTest {

  private final JournalsInUse journals = new JournalsInUse();

  @Test
  void aRecoveryFindsWhatWasReadForIt() {
    journals.keep(journals.recovers("a"), List.of());

    assertThat(journals.whole("a")).isPresent();
    assertThat(journals.whole("b")).isEmpty();
  }

  @Test
  void aWriteAfterTheReadMakesItOutOfDate() {
    journals.keep(journals.recovers("a"), List.of());
    journals.writes("a").run();

    assertThat(journals.whole("a")).isEmpty();
  }

  @Test
  void aWriteWhileItIsReadMakesItOutOfDate() {
    Recovery recovery = journals.recovers("a");
    journals.writes("a").run();
    journals.keep(recovery, List.of());

    assertThat(journals.whole("a")).isEmpty();
  }

  @Test
  void whatIsReadWaitsForTheWriteThatIsUnderWay() {
    Runnable written = journals.writes("a");
    CompletableFuture<Void> settled = journals.settled("a").toCompletableFuture();

    assertThat(settled).isNotDone();
    assertThat(journals.settled("b").toCompletableFuture()).isDone();
    written.run();
    assertThat(settled).isDone();
    assertThat(journals.settled("a").toCompletableFuture()).isDone();
  }

  @Test
  void recoveriesThatWereGivenUpAreForgottenInTheEnd() {
    for (int number = 0; number < 2_000; number++) {
      journals.keep(journals.recovers("given-up-" + number), List.of());
    }

    assertThat(journals.whole("given-up-0")).isEmpty();
    assertThat(journals.whole("given-up-1999")).isPresent();
  }
}
