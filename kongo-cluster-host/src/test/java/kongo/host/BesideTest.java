package kongo.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BesideTest {

  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final CompletableFuture<String> closed = new CompletableFuture<>();

  @Test
  void allResultsAreThereAtTheEnd() {
    Beside<AutoCloseable> one = Beside.start("one", () -> () -> closed.complete("one"));
    Beside<AutoCloseable> other = Beside.start("other", () -> () -> closed.complete("other"));

    Beside.awaitAll(one, other);

    assertThat(one.result()).isNotNull();
    assertThat(other.result()).isNotNull();
    assertThat(closed).isNotDone();
  }

  @Test
  void aRefusalIsHeardThoughAnotherPartWaitsForEver() {
    Beside<AutoCloseable> waiting = Beside.start("waiting", this::waitForEver);
    Beside<AutoCloseable> refused = Beside.start("refused", () -> {
      throw new StartFailure(ExitStatus.REFUSED, "No.");
    });

    assertThatThrownBy(() -> Beside.awaitAll(waiting, refused)).isInstanceOf(StartFailure.class).hasMessage("No.");
    waiting.giveUp();
  }

  @Test
  void whatIsGivenUpEnds() throws InterruptedException {
    Beside<AutoCloseable> waiting = Beside.start("waiting", this::waitForEver);

    waiting.giveUp();

    interrupted.await();
  }

  @Test
  void whatComesToAResultAfterItIsGivenUpIsClosed() {
    var mayEnd = new CountDownLatch(1);
    Beside<AutoCloseable> late = Beside.start("late", () -> {
      awaitUninterrupted(mayEnd);
      return () -> closed.complete("late");
    });

    late.giveUp();
    mayEnd.countDown();

    assertThat(closed.join()).isEqualTo("late");
  }

  private AutoCloseable waitForEver() {
    try {
      never.await();
      throw new AssertionError();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw new StartFailure(ExitStatus.START_FAILED, "Interrupted.", e);
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // It goes on, as a driver may that does not hear of it.
        continue;
      }
    }
  }
}
