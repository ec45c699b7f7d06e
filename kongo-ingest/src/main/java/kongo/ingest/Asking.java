package kongo.ingest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kongo.actors.Answer;
import kongo.backoff.Pauses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an entity the same again until it has taken it: for as long as it takes, but not for ever to fail alike. */
final class Asking {

  private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  /** 5 s. */
  private static final int LONGEST_FACTOR = 50;
  private static final Duration LONGEST_WHILE_WORKING = Duration.ofSeconds(1);
  /** Of a backlog there may be thousands that wait. */
  private static final Duration LONGEST_OF_PATIENT = Duration.ofSeconds(5);
  private static final int UNLIKE_FACTOR = 4;

  private final Lane lane;
  private final IngestMetrics metrics;
  private final Unanswered unanswered;
  private final int alikeFailures;
  private final Duration firstPause;
  private final boolean isPatient;

  Asking(Lane lane, IngestMetrics metrics, Unanswered unanswered, int alikeFailures) {
    this(lane, metrics, unanswered, alikeFailures, FIRST_PAUSE);
  }

  /** @param firstPause before it asks again; doubled each time */
  Asking(Lane lane, IngestMetrics metrics, Unanswered unanswered, int alikeFailures, Duration firstPause) {
    this(lane, metrics, unanswered, alikeFailures, firstPause, false);
  }

  private Asking(
      Lane lane, IngestMetrics metrics, Unanswered unanswered, int alikeFailures, Duration firstPause, boolean isPatient) {
    this.isPatient = isPatient;
    this.lane = lane;
    this.metrics = metrics;
    this.unanswered = unanswered;
    this.alikeFailures = alikeFailures;
    this.firstPause = firstPause;
  }

  /** The same, but one failure is enough. */
  Asking hasty() {
    return new Asking(lane, metrics, unanswered, 1, firstPause, isPatient);
  }

  /** The same, but nobody is stuck who waits. */
  Asking patient() {
    return new Asking(lane, metrics, unanswered, alikeFailures, firstPause, true);
  }

  /**
   * Completes with the reply; fails with {@link Poisoned} or {@link Abandoned}.
   *
   * @param subject the entity, for the log
   */
  <R> CompletionStage<R> ask(String subject, Class<R> reply, Supplier<CompletionStage<Answer>> attempt) {
    return new Question<>(subject, reply, attempt).askAndTellLane();
  }

  /** One question with the failures that it has met. */
  private final class Question<R> {

    private final String subject;
    private final Class<R> reply;
    private final Supplier<CompletionStage<Answer>> attempt;
    private String lastFailure = "";
    private int alike;
    private int failures;
    private boolean repeats;
    private final Pauses pauses = new Pauses(firstPause, firstPause.multipliedBy(LONGEST_FACTOR));
    private final Pauses whileWorking = new Pauses(firstPause, isPatient ? LONGEST_OF_PATIENT : LONGEST_WHILE_WORKING);

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

    /** Completes as {@link #ask} does. */
    CompletionStage<R> askAndTellLane() {
      return ask().whenComplete((answer, problem) -> {
        unanswered.heard(this);
        if (repeats) {
          lane.repeatsNoMore();
        }
      });
    }

    private CompletionStage<R> judge(Answer answer, Throwable silence) {
      if (reply.isInstance(answer)) {
        lane.goesOn();
        return CompletableFuture.completedFuture(reply.cast(answer));
      }
      if (answer instanceof Answer.Working) {
        return askWhenFree();
      }
      if (answer instanceof Answer.NeverTaken never) {
        lane.goesOn();
        LOG.warn("[{}] can never take this ({}): {}", subject, lane, never.cause());
        return CompletableFuture.failedFuture(new Poisoned(never.cause()));
      }
      if (answer instanceof Answer.Failed failed) {
        return onFailure(failed.cause());
      }
      LOG.warn("[{}] does not answer, asking again ({})", subject, lane);
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
      unanswered.heard(this);
      return askAfter(whileWorking.next());
    }

    private CompletionStage<R> askLater() {
      unanswered.silent(this, subject, lane);
      metrics.retried(lane.topic());
      return askAfter(pauses.next());
    }

    private CompletionStage<R> askAfter(Duration pause) {
      if (!repeats && !isPatient) {
        repeats = true;
        lane.repeats();
      }
      return lane.backoff().after(pause, this::ask);
    }
  }
}
