package kongo.ingest;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One ask, and how to find the record in it that its entity cannot take.
 *
 * @param size how many things are asked at once
 * @param parts the same ask with only some of them
 * @param send fails with {@link Poisoned} or {@link Abandoned}
 * @param letter the dead letter, given the cause, if the ask is about one thing
 */
record Request<R>(
    int size, Parts<R> parts, Supplier<CompletionStage<R>> send, Function<String, DeadLetters.Letter> letter) {

  /** Those from {@code from} (inclusive) to {@code to} (exclusive). */
  @FunctionalInterface
  interface Parts<R> {
    Request<R> part(int from, int to);
  }
}
