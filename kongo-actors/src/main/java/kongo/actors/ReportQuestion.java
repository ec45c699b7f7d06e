package kongo.actors;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kongo.backoff.Backoff;

/**
 * Asks an entity for its report, and again while it says that it is {@link Answer.Working}: that a turn takes long is no
 * failure.
 */
final class ReportQuestion<T> {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Backoff backoff;
  private final String subject;
  private final Function<Duration, CompletionStage<Answer>> attempt;
  private final Function<Answer, Optional<T>> report;

  /**
   * @param backoff of the node
   * @param subject the entity, for the error
   * @param attempt asks once, within the time given
   * @param report what the answer says, if it is a report
   */
  ReportQuestion(
      Backoff backoff,
      String subject,
      Function<Duration, CompletionStage<Answer>> attempt,
      Function<Answer, Optional<T>> report) {
    this.backoff = backoff;
    this.subject = subject;
    this.attempt = attempt;
    this.report = report;
  }

  /** Fails when the entity does not answer in time, is still at work then, or cannot answer; with {@link ReportTooLong} if it never can. */
  CompletionStage<T> within(Duration timeout) {
    return attempt.apply(timeout).thenCompose(answer -> {
      Optional<T> seen = report.apply(answer);
      if (seen.isPresent()) {
        return CompletableFuture.completedFuture(seen.get());
      }
      Duration left = timeout.minus(PAUSE);
      if (answer instanceof Answer.Working && left.compareTo(Duration.ZERO) > 0) {
        return backoff.after(PAUSE, () -> within(left));
      }
      if (answer instanceof Answer.TooLong tooLong) {
        throw new ReportTooLong(subject, tooLong);
      }
      throw new CompletionException(new IllegalStateException(subject + " answers " + answer));
    });
  }
}
