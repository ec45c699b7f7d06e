package kongo.backoff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The pauses between the tries of one owner. When it ends they end: nothing is tried any more, no timer is left, and what
 * waited fails. Thread-safe; what comes after a pause runs on the timer's thread.
 */
public final class Backoff {

  private final Timer timer;
  private final Supplier<? extends RuntimeException> ended;
  private final Set<Wait> waits = new HashSet<>();
  private boolean over;

  /** A pause that lasts. */
  private static final class Wait {

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private Optional<Timer.Pending> pending = Optional.empty();
  }

  /** @param ended what everything fails with when the owner has ended */
  public Backoff(Timer timer, Supplier<? extends RuntimeException> ended) {
    this.timer = timer;
    this.ended = ended;
  }

  /** What {@code next} comes to, after a pause. */
  public <T> CompletionStage<T> after(Duration pause, Supplier<CompletionStage<T>> next) {
    Wait wait = new Wait();
    if (!begin(wait, pause)) {
      return CompletableFuture.failedFuture(ended.get());
    }
    return wait.end.thenCompose(over -> next.get());
  }

  /** With the lock, so that no end comes between. */
  private synchronized boolean begin(Wait wait, Duration pause) {
    if (!over) {
      waits.add(wait);
      wait.pending = Optional.of(timer.after(pause, () -> finish(wait)));
    }
    return !over;
  }

  private void finish(Wait wait) {
    synchronized (this) {
      waits.remove(wait);
    }
    wait.end.complete(null);
  }

  /**
   * Tries until it succeeds; fails only when the owner has ended.
   *
   * @param onFailure is told each failure, and how long the pause after it is
   */
  public <T> CompletionStage<T> untilDone(
      Pauses pauses, Callable<? extends CompletionStage<T>> attempt, BiConsumer<Throwable, Duration> onFailure) {
    CompletableFuture<T> done = new CompletableFuture<>();
    attempt(new Trial<>(pauses, attempt, onFailure, done));
    return done;
  }

  private record Trial<T>(
      Pauses pauses,
      Callable<? extends CompletionStage<T>> attempt,
      BiConsumer<Throwable, Duration> onFailure,
      CompletableFuture<T> done) {}

  private <T> void attempt(Trial<T> trial) {
    if (isOver()) {
      trial.done.completeExceptionally(ended.get());
      return;
    }
    begun(trial.attempt).whenComplete((result, failure) -> {
      if (failure == null) {
        trial.done.complete(result);
      } else {
        attemptLater(trial, failure);
      }
    });
  }

  private static <T> CompletionStage<T> begun(Callable<? extends CompletionStage<T>> attempt) {
    try {
      return attempt.call();
    } catch (Exception failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private <T> void attemptLater(Trial<T> trial, Throwable failure) {
    Duration pause = trial.pauses.next();
    if (!isOver()) {
      trial.onFailure.accept(failure, pause);
    }
    Wait wait = new Wait();
    wait.end.whenComplete((over, end) -> {
      if (end == null) {
        attempt(trial);
      } else {
        trial.done.completeExceptionally(end);
      }
    });
    if (!begin(wait, pause)) {
      trial.done.completeExceptionally(ended.get());
    }
  }

  public synchronized boolean isOver() {
    return over;
  }

  /** The owner ends. */
  public void end() {
    List<Wait> left;
    synchronized (this) {
      over = true;
      left = new ArrayList<>(waits);
      waits.clear();
    }
    for (Wait wait : left) {
      wait.pending.ifPresent(Timer.Pending::cancel);
      wait.end.completeExceptionally(ended.get());
    }
  }
}
