package kongo.actors;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import kongo.backoff.Backoff;
import kongo.backoff.Pauses;
import kongo.entity.AnswerLimit;
import kongo.entity.EntityTurn;
import kongo.entity.TurnShell;
import kongo.location.SequenceRange;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EffectFactories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the turn of an entity wants to have done, by the means of an actor. One for each life of an entity, used on
 * its thread.
 *
 * @param <C> commands
 * @param <E> events
 * @param <R> replies
 * @param <S> the machine, as Pekko's state
 */
final class Shell<C, E, R, S> implements TurnShell<E, R, ActorRef<Answer>> {

  private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final double SPREAD = 0.2;

  private final ActorContext<?> context;
  private final ActorRef<? super TurnMessage> self;
  private final String persistenceId;
  private final EntityEnvironment environment;
  private final Function<R, Answer> answer;
  private final Runnable onSettled;
  private final Backoff backoff;
  private final EntityTurn<C, E, R, ActorRef<Answer>> turn;
  private Optional<E> toPersist = Optional.empty();
  private boolean toStop;

  /**
   * @param self the same as the context's
   * @param onSettled called when the state may have changed and a turn is over
   */
  Shell(
      ActorContext<?> context, ActorRef<? super TurnMessage> self, String persistenceId, EntityEnvironment environment,
      Function<R, Answer> answer, Runnable onSettled) {
    this.context = context;
    this.self = self;
    this.persistenceId = persistenceId;
    this.environment = environment;
    this.answer = answer;
    this.onSettled = onSettled;
    this.backoff =
        new Backoff(new SystemTimer(context.getSystem()), () -> new IllegalStateException(persistenceId + " has ended"));
    this.turn = new EntityTurn<>(this, environment.settings().waitingCommands());
  }

  EntityTurn<C, E, R, ActorRef<Answer>> turn() {
    return turn;
  }

  /** What an earlier life of the entity had wanted is no news. */
  void take(TurnMessage news) {
    if (news.turn() == turn) {
      news.tell();
    }
  }

  /** Lets the turn go on; a bug is logged, and comes out. */
  void run(Runnable step) {
    try {
      step.run();
    } catch (AnswerLimit.Exceeded exceeded) {
      context.getLog().info("[{}] cannot take a command: {}", persistenceId, exceeded.getMessage());
      throw exceeded;
    } catch (RuntimeException bug) {
      context.getLog().error("[{}] fails at {}", persistenceId, turn.task(), bug);
      throw bug;
    }
  }

  /** What Pekko is to do now. */
  Effect<E, S> effect(EffectFactories<E, S> effects) {
    if (toStop) {
      return effects.stop();
    }
    if (toPersist.isEmpty()) {
      return effects.none();
    }
    E event = toPersist.get();
    toPersist = Optional.empty();
    return effects.persist(event).thenRun(persisted -> run(turn::persisted));
  }

  /** The entity ends: what it has begun and cannot finish is left to its next life. */
  void end() {
    backoff.end();
    turn.writeLost();
  }

  @Override
  public void persist(E event) {
    environment.guard().check();
    toPersist = Optional.of(event);
  }

  @Override
  public void publish(List<kongo.effect.Effect> effects) {
    untilDone("publish effects", () -> environment.publish(effects))
        .thenRun(() -> self.tell(new TurnMessage.Published(turn)));
  }

  @Override
  public void read(List<SequenceRange> rows) {
    untilDone("read readings", () -> environment.rows().read(persistenceId, rows))
        .thenAccept(read -> self.tell(new TurnMessage.RowsRead(turn, rows, read)));
  }

  /** Fails only if the entity has ended: a new owner may have gone on by then, and the old word must not follow its. */
  private <T> CompletionStage<T> untilDone(String what, Callable<CompletionStage<T>> call) {
    Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE, SPREAD, () -> ThreadLocalRandom.current().nextDouble());
    return backoff.untilDone(
        pauses, call, (failure, pause) -> LOG.warn("[{}] cannot {} yet, trying again: {}", persistenceId, what, failure.toString()));
  }

  @Override
  public void goOnSoon() {
    self.tell(new TurnMessage.GoOn(turn));
  }

  @Override
  public void watch(long number) {
    TurnMessage reminder = new TurnMessage.IsLong(turn, number);
    context
        .getSystem()
        .scheduler()
        .scheduleOnce(
            environment.settings().workingAfter(), () -> self.tell(reminder), context.getExecutionContext());
  }

  @Override
  public void took(ActorRef<Answer> asker, R reply) {
    asker.tell(answer.apply(reply));
  }

  @Override
  public void working(ActorRef<Answer> asker) {
    asker.tell(new Answer.Working());
  }

  @Override
  public void failed(ActorRef<Answer> asker, String cause) {
    asker.tell(new Answer.Failed(cause));
  }

  @Override
  public void neverTaken(ActorRef<Answer> asker, String cause) {
    asker.tell(new Answer.NeverTaken(cause));
  }

  @Override
  public void settled() {
    onSettled.run();
  }

  @Override
  public void stop() {
    toStop = true;
  }
}
