package kongo.ingest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kongo.actors.Answer;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.pattern.Patterns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an entity the same again until it has taken it: for as long as it takes, but not for ever to fail alike. */
final class Asking {

  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_WHILE_WORKING = Duration.ofSeconds(1);
  private static final int UNLIKE_FACTOR = 4;

  private final ActorSystem<?> system;
  private final Lane lane;
  private final IngestMetrics metrics;
  private final int alikeFailures;

  Asking(ActorSystem<?> system, Lane lane, IngestMetrics metrics, int alikeFailures) {
    this.system = system;
    this.lane = lane;
    this.metrics = metrics;
    this.alikeFailures = alikeFailures;
  }

  /** The same, but one failure is enough. */
  Asking hasty() {
    return new Asking(system, lane, metrics, 1);
  }

  /**
   * Completes with the reply; fails with {@link Poisoned} or {@link Abandoned}.
   *
   * @param subject the entity, for the log
   */
  <R> CompletionStage<R> ask(String subject, Class<R> reply, Supplier<CompletionStage<Answer>> attempt) {
    return new Question<>(subject, reply, attempt).ask();
  }

  static Duration doubled(Duration pause, Duration longest) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** One question with the failures that it has met. */
  private final class Question<R> {

    private final String subject;
    private final Class<R> reply;
    private final Supplier<CompletionStage<Answer>> attempt;
    private String lastFailure = "";
    private int alike;
    private int failures;
    private Duration pause = FIRST_PAUSE;
    private Duration whileWorking = FIRST_PAUSE;

    Question(String subject, Class<R> reply, Supplier<CompletionStage<Answer>> attempt) {
      this.subject = subject;
      this.reply = reply;
      this.attempt = attempt;
    }

    CompletionStage<R> ask() {
      if (lane.isAbandoned()) {
        return CompletableFuture.failedFuture(new Abandoned(lane));
      }
      return attempt.get().<CompletionStage<R>>handle(this::judge).thenCompose(next -> next);
    }

    private CompletionStage<R> judge(Answer answer, Throwable silence) {
      if (reply.isInstance(answer)) {
        lane.goesOn();
        return CompletableFuture.completedFuture(reply.cast(answer));
      }
      if (answer instanceof Answer.Working) {
        return askWhenFree();
      }
      if (answer instanceof Answer.Failed failed) {
        return onFailure(failed.cause());
      }
      LOG.warn("[{}] does not answer, asking again in {} ms ({})", subject, pause.toMillis(), lane);
      return askLater();
    }

    private CompletionStage<R> onFailure(String cause) {
      alike = cause.equals(lastFailure) ? alike + 1 : 1;
      lastFailure = cause;
      failures++;
      LOG.warn("[{}] fails, {} times alike ({}): {}", subject, alike, lane, cause);
      if (alike >= alikeFailures || failures >= UNLIKE_FACTOR * alikeFailures) {
        return CompletableFuture.failedFuture(new Poisoned(cause));
      }
      return askLater();
    }

    /** The entity has others to serve: who waits long asks seldom. */
    private CompletionStage<R> askWhenFree() {
      Duration now = whileWorking;
      whileWorking = doubled(now, LONGEST_WHILE_WORKING);
      return askAfter(now);
    }

    private CompletionStage<R> askLater() {
      metrics.retried(lane.topic());
      Duration now = pause;
      pause = doubled(now, LONGEST_PAUSE);
      return askAfter(now);
    }

    private CompletionStage<R> askAfter(Duration delay) {
      return Patterns.after(delay, system, this::ask);
    }
  }
}
