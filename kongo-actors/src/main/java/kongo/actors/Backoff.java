package kongo.actors;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.pattern.Patterns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats the calls of one entity to a store, with growing pauses, until they succeed or the entity ends. Thread-safe. */
final class Backoff {

  private static final Logger LOG = LoggerFactory.getLogger(Backoff.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final double JITTER = 0.2;

  private final ActorSystem<?> system;
  private final String subject;
  private volatile boolean ended;

  /** @param subject whose calls they are, for the log */
  Backoff(ActorSystem<?> system, String subject) {
    this.system = system;
    this.subject = subject;
  }

  /** Fails only if the entity has ended: a new owner may have gone on by then, and the old word must not follow its. */
  <T> CompletionStage<T> untilDone(String what, Callable<CompletionStage<T>> call) {
    Callable<CompletionStage<T>> logged = () -> attempt(call).whenComplete((done, problem) -> warn(what, problem));
    return DirectStage.of(
        Patterns.retry(
            logged,
            (done, problem) -> problem != null && !ended,
            Integer.MAX_VALUE,
            FIRST_PAUSE,
            LONGEST_PAUSE,
            JITTER,
            system.classicSystem().scheduler(),
            system.executionContext()));
  }

  private <T> CompletionStage<T> attempt(Callable<CompletionStage<T>> call) throws Exception {
    if (ended) {
      throw new IllegalStateException(subject + " has ended");
    }
    return call.call();
  }

  /** No call begins any more. */
  void end() {
    ended = true;
  }

  private void warn(String what, Throwable problem) {
    if (problem != null && !ended) {
      LOG.warn("[{}] cannot {} yet, trying again: {}", subject, what, problem.toString());
    }
  }
}
