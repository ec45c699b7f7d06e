package kongo.host;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A part of a start that goes on beside the others, on a thread of its own. */
final class Beside<T extends AutoCloseable> {

  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Thread thread;

  private Beside(String name, Supplier<T> work) {
    this.thread = new Thread(() -> complete(work), "kongo-start-" + name);
    this.thread.setDaemon(true);
  }

  static <T extends AutoCloseable> Beside<T> start(String name, Supplier<T> work) {
    var beside = new Beside<>(name, work);
    beside.thread.start();
    return beside;
  }

  private void complete(Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  /** Returns when all have their results; fails as soon as one of them does, even if another one waits for ever. */
  static void awaitAll(Beside<?>... parts) {
    var all = Stream.of(parts).map(part -> part.result).toArray(CompletableFuture<?>[]::new);
    var end = CompletableFuture.allOf(all);
    Stream.of(all).forEach(part -> part.exceptionally(failure -> fail(end, failure)));
    join(end);
  }

  private static <R> R fail(CompletableFuture<?> end, Throwable failure) {
    end.completeExceptionally(failure);
    return null;
  }

  T result() {
    return join(result);
  }

  /** Ends the work, and closes what it comes to, now or later. */
  void giveUp() {
    thread.interrupt();
    result.thenAccept(Beside::close);
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
