package kongo.ingest;

import java.util.concurrent.CompletionException;

/** What stages of a future fail with: the failure itself, or one that only says where it passed. */
final class Failures {

  private Failures() {}

  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
  }
}
