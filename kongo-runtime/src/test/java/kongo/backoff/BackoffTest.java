package kongo.backoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What is tried again, and what is left of it when its owner has ended. */
class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(100);

  private final List<Runnable> timers = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final Backoff backoff = new Backoff(this::later, () -> new IllegalStateException("ended"));
  private int failures;
  private int calls;

  private Timer.Pending later(Duration pause, Runnable then) {
    pauses.add(pause);
    timers.add(then);
    return () -> timers.remove(then);
  }

  private CompletableFuture<String> attempts(int failing) {
    failures = failing;
    Callable<CompletionStage<String>> attempt = () -> {
      calls++;
      if (failures-- > 0) {
        throw new IllegalArgumentException("planted");
      }
      return CompletableFuture.completedFuture("done");
    };
    return backoff.untilDone(new Pauses(FIRST, FIRST.multipliedBy(4)), attempt, (failure, pause) -> {}).toCompletableFuture();
  }

  private void wakeAll() {
    while (!timers.isEmpty()) {
      timers.remove(0).run();
    }
  }

  @Test
  void pausesGrowUpToABoundUntilItIsDone() {
    CompletableFuture<String> done = attempts(5);
    assertThat(done).isNotDone();
    wakeAll();
    assertThat(done).isCompletedWithValue("done");
    assertThat(pauses).extracting(Duration::toMillis).containsExactly(100L, 200L, 400L, 400L, 400L);
  }

  @Test
  void manyDoNotTryAgainAtOnce() {
    assertThat(new Pauses(FIRST, FIRST, 0.5, () -> 1).next()).isEqualTo(Duration.ofMillis(150));
  }

  @Test
  void noTimerIsLeftWhenItsOwnerEnds() {
    CompletableFuture<String> tried = attempts(5);
    CompletableFuture<String> waits = backoff.after(FIRST, () -> CompletableFuture.completedFuture("late")).toCompletableFuture();
    backoff.end();
    assertThat(timers).isEmpty();
    assertThatThrownBy(tried::join).hasRootCauseMessage("ended");
    assertThatThrownBy(waits::join).hasRootCauseMessage("ended");
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void nothingBeginsWhenItsOwnerHasEnded() {
    backoff.end();
    assertThat(attempts(0)).isCompletedExceptionally();
    assertThat(backoff.after(FIRST, () -> CompletableFuture.completedFuture("late")).toCompletableFuture()).isCompletedExceptionally();
    assertThat(calls).isZero();
    assertThat(timers).isEmpty();
  }

  @Test
  void anAttemptThatEndsAfterItsOwnerIsNotRepeated() {
    CompletableFuture<String> attempt = new CompletableFuture<>();
    CompletableFuture<String> done =
        backoff.untilDone(new Pauses(FIRST, FIRST), () -> attempt, (failure, pause) -> calls++).toCompletableFuture();
    backoff.end();
    attempt.completeExceptionally(new IllegalArgumentException("planted"));
    assertThatThrownBy(done::join).hasRootCauseMessage("ended");
    assertThat(calls).as("nobody is warned of it").isZero();
    assertThat(timers).isEmpty();
  }
}
