package kongo.actors;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.pattern.Patterns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a call to a store, with growing pauses, for as long as it takes. */
final class Patience {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final double JITTER = 0.2;

  private final ActorSystem<?> system;
  private final String subject;

  /** @param subject whose calls they are, for the log */
  Patience(ActorSystem<?> system, String subject) {
    this.system = system;
    this.subject = subject;
  }

  <T> CompletionStage<T> untilDone(String what, Callable<CompletionStage<T>> call) {
    Callable<CompletionStage<T>> logged = () -> call.call().whenComplete((done, problem) -> warn(what, problem));
    return DirectStage.of(
        Patterns.retry(
            logged,
            Integer.MAX_VALUE,
            FIRST_PAUSE,
            LONGEST_PAUSE,
            JITTER,
            system.classicSystem().scheduler(),
            system.executionContext()));
  }

  private void warn(String what, Throwable problem) {
    if (problem != null) {
      LOG.warn("[{}] cannot {} yet, trying again: {}", subject, what, problem.toString());
    }
  }
}
