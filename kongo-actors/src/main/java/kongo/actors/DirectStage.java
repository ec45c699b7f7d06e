package kongo.actors;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stages that Pekko makes of Scala's futures run what depends on them on CompletableFuture's own executor, which on a
 * machine with two cores starts a thread each time. What depends on these runs where they are completed.
 */
final class DirectStage {

  private DirectStage() {}

  static <T> CompletionStage<T> of(CompletionStage<T> stage) {
    CompletableFuture<T> direct = new CompletableFuture<>();
    stage.whenCompleteAsync((value, problem) -> pass(value, problem, direct), Runnable::run);
    return direct;
  }

  private static <T> void pass(T value, Throwable problem, CompletableFuture<T> direct) {
    if (problem == null) {
      direct.complete(value);
    } else {
      direct.completeExceptionally(problem);
    }
  }
}
