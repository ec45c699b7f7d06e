package kongo.entity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kongo.effect.Effect;
import kongo.location.HistoryMissing;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;
import kongo.violation.Decision;

/**
 * Whose turn it is at an entity, and the flow of a turn: decide, apply, judge, persist, publish, answer. One task is in
 * hand, a bounded number wait, the others are asked to come again. What the machine has to take first it takes before a command. The effects of event n are published before event
 * n + 1 is persisted; those of the last event are published again after a recovery, unless the journal says that they
 * were. A state machine without I/O, used by the entity's thread; what it wants done it tells its {@link TurnShell}.
 *
 * <p>Whatever the machine throws comes out of the call, after the asker was told: the shell then begins anew from the
 * journal.
 *
 * @param <C> commands
 * @param <E> events
 * @param <R> replies
 * @param <A> addresses of those who ask
 */
public final class EntityTurn<C, E, R, A> {

  /** What the turn waits for. */
  private enum Phase {
    RECOVERING,
    FREE,
    READING,
    PERSISTING,
    PUBLISHING,
    /** The journal is told that the effects are published. */
    MARKING,
    STOPPED
  }

  private final TurnShell<E, R, A> shell;
  private final int mostWaiting;
  private final Deque<Task<C, A>> waiting = new ArrayDeque<>(1);

  private Phase phase = Phase.RECOVERING;
  private Optional<Machine<C, E, R>> known = Optional.empty();
  private Optional<Task<C, A>> inHand = Optional.empty();
  private Optional<Decision<E>> decided = Optional.empty();
  private List<Effect> effects = List.of();
  private Optional<R> reply = Optional.empty();
  /** Set once the one in hand has had an answer. */
  private boolean answered;
  private boolean recovered;
  /** Whether a recovery would publish effects again, as far as the journal knows. */
  private boolean unmarked;
  private boolean stopping;
  private long number;

  /** @param mostWaiting tasks that may wait for their turn */
  public EntityTurn(TurnShell<E, R, A> shell, int mostWaiting) {
    this.shell = shell;
    this.mostWaiting = mostWaiting;
  }

  /** The entity has read its journal. It may have stopped between persist and publish. */
  public void recovered(Machine<C, E, R> machine) {
    known = Optional.of(machine);
    if (machine.version() == 0) {
      recovered = true;
      phase = Phase.FREE;
      next();
    } else {
      judge();
    }
  }

  public void take(A asker, C command) {
    arrived(Task.of(asker, command));
  }

  /** @param answer called in turn, and again if it needs rows of the journal */
  public void question(A asker, Consumer<A> answer) {
    arrived(Task.question(asker, answer));
  }

  private void arrived(Task<C, A> task) {
    if (stopping || waiting.size() >= mostWaiting) {
      shell.working(task.asker());
    } else if (phase == Phase.FREE && waiting.isEmpty()) {
      begin(task);
    } else {
      waiting.add(task);
    }
  }

  /** Takes the next who waits, or stops. */
  public void goOn() {
    if (phase == Phase.FREE && stopping) {
      end();
    } else if (phase == Phase.FREE && !waiting.isEmpty()) {
      begin(waiting.remove());
    }
  }

  private void begin(Task<C, A> task) {
    if (task.command().filter(machine()::hasToWait).isPresent()) {
      shell.working(task.asker());
      next();
      return;
    }
    Optional<C> news = task.command().flatMap(command -> machine().news());
    news.ifPresent(first -> waiting.addFirst(task));
    inHand = Optional.of(news.map(first -> Task.of(task.asker(), first)).orElse(task));
    // Of news nobody hears whether they were taken.
    answered = news.isPresent();
    number++;
    proceed();
  }

  private void proceed() {
    if (decided.isPresent() || !recovered) {
      judge();
    } else {
      attempt(() -> decide(inHand.orElseThrow()));
    }
  }

  private void decide(Task<C, A> task) {
    if (task.command().isEmpty()) {
      task.answer().accept(task.asker());
      answered = true;
      finish();
      return;
    }
    Decision<E> decision = machine().decide(task.command().get());
    decided = Optional.of(decision);
    if (decision.event().isPresent()) {
      machine().apply(machine().version() + 1, decision.event().get());
      judge();
    } else {
      finish();
    }
  }

  /** Before the event is durable, so that a bug in evaluation, or an answer that can never be sent, leaves no trace in the journal. */
  private void judge() {
    attempt(
        () -> {
          effects = machine().effects();
          if (recovered) {
            reply = Optional.of(machine().reply(inHand.flatMap(Task::command).orElseThrow(), decided.orElseThrow()));
            persist(decided.orElseThrow().event().orElseThrow(), Phase.PERSISTING);
          } else {
            publish();
          }
        });
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (HistoryMissing missing) {
      phase = Phase.READING;
      shell.watch(number);
      shell.read(missing.rows());
    } catch (AnswerLimit.Exceeded exceeded) {
      answerInHand(asker -> shell.neverTaken(asker, exceeded.toString()));
      throw exceeded;
    } catch (RuntimeException bug) {
      answerInHand(asker -> shell.failed(asker, bug.toString()));
      throw bug;
    }
  }

  public void rowsRead(List<SequenceRange> ranges, List<ReadingsAccepted> rows) {
    expect(Phase.READING);
    machine().learn(ranges, rows);
    proceed();
  }

  private void persist(E event, Phase next) {
    phase = next;
    shell.persist(event);
  }

  public void persisted() {
    if (phase == Phase.MARKING) {
      unmarked = false;
      finish();
      return;
    }
    expect(Phase.PERSISTING);
    publish();
  }

  private void publish() {
    unmarked = !effects.isEmpty();
    if (effects.isEmpty()) {
      finish();
      return;
    }
    phase = Phase.PUBLISHING;
    shell.watch(number);
    shell.publish(effects);
  }

  public void published() {
    expect(Phase.PUBLISHING);
    if (recovered) {
      finish();
    } else {
      mark();
    }
  }

  private void mark() {
    E mark = machine().effectsPublished();
    machine().apply(machine().version() + 1, mark);
    persist(mark, Phase.MARKING);
  }

  private void finish() {
    attempt(() -> inHand.flatMap(Task::command).ifPresent(this::answer));
    boolean changed = !recovered || decided.flatMap(Decision::event).isPresent();
    recovered = true;
    phase = Phase.FREE;
    inHand = Optional.empty();
    decided = Optional.empty();
    effects = List.of();
    reply = Optional.empty();
    number++;
    machine().forget();
    if (changed) {
      shell.settled();
    }
    next();
  }

  private void answer(C command) {
    R answer = reply.orElseGet(() -> machine().reply(command, decided.orElseThrow()));
    answerInHand(asker -> shell.took(asker, answer));
  }

  private void next() {
    if (stopping || !waiting.isEmpty()) {
      shell.goOnSoon();
    }
  }

  /** The turn takes long: everybody has to come again; what is in hand goes on. */
  public void isLong(long turn) {
    if (turn == number && phase != Phase.FREE) {
      postpone();
      shell.watch(number);
    }
  }

  /** The event can never be written: its record is at fault. The entity begins anew from its journal. */
  public void writeRefused(String cause) {
    answerInHand(asker -> shell.neverTaken(asker, cause));
    writeLost();
  }

  /** Whether the event was written is not known, or the entity stops at once. It begins anew from its journal. */
  public void writeLost() {
    postpone();
    phase = Phase.STOPPED;
  }

  /** To stop in order, when what is in hand is done. */
  public void stop() {
    stopping = true;
    postponeWaiting();
    if (phase == Phase.FREE) {
      end();
    }
  }

  private void end() {
    if (unmarked) {
      mark();
    } else {
      phase = Phase.STOPPED;
      shell.stop();
    }
  }

  private void postpone() {
    answerInHand(shell::working);
    postponeWaiting();
  }

  private void postponeWaiting() {
    List<Task<C, A>> all = new ArrayList<>(waiting);
    waiting.clear();
    all.forEach(task -> shell.working(task.asker()));
  }

  private void answerInHand(Consumer<A> answer) {
    if (inHand.isPresent() && !answered) {
      answered = true;
      answer.accept(inHand.get().asker());
    }
  }

  /** What is in hand, for the log. */
  public String task() {
    return inHand.map(Task::kind).orElse("recovery");
  }

  /** Whether it waits for the outside, or wants to go on. */
  public boolean isBusy() {
    return phase != Phase.FREE || !waiting.isEmpty() || stopping;
  }

  private Machine<C, E, R> machine() {
    return known.orElseThrow();
  }

  private void expect(Phase expected) {
    if (phase != expected) {
      throw new IllegalStateException("The turn is " + phase + ", not " + expected);
    }
  }
}
