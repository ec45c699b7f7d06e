package kongo.ingest;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What became of a request: the replies of its parts that were taken, and dead letters for the others. */
record Outcome<R>(List<R> replies, List<DeadLetters.Letter> letters) {

  /** Sends the request, and if it is poisoned its halves one after the other. */
  static <R> CompletionStage<Outcome<R>> of(Request<R> request) {
    return request.send().get()
        .<CompletionStage<Outcome<R>>>handle((reply, problem) ->
            problem == null ? taken(reply) : narrowed(request, Failures.cause(problem)))
        .thenCompose(outcome -> outcome);
  }

  private static <R> CompletionStage<Outcome<R>> taken(R reply) {
    return CompletableFuture.completedFuture(new Outcome<>(List.of(reply), List.of()));
  }

  private static <R> CompletionStage<Outcome<R>> narrowed(Request<R> request, Throwable problem) {
    if (!(problem instanceof Poisoned)) {
      return CompletableFuture.failedFuture(problem);
    }
    if (request.size() == 1) {
      DeadLetters.Letter letter = request.letter().apply(problem.getMessage());
      return CompletableFuture.completedFuture(new Outcome<>(List.of(), List.of(letter)));
    }
    int half = request.size() / 2;
    return of(request.parts().part(0, half))
        .thenCompose(first -> of(request.parts().part(half, request.size())).thenApply(first::and));
  }

  private Outcome<R> and(Outcome<R> other) {
    return new Outcome<>(
        Stream.concat(replies.stream(), other.replies.stream()).toList(),
        Stream.concat(letters.stream(), other.letters.stream()).toList());
  }
}
