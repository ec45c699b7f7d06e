package kongo.actors;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;

/** Whose turn it is at an entity: one task is in hand, a bounded number wait, the others are asked to come again. */
final class Turns<T> {

  private final Function<T, ActorRef<Answer>> asker;
  private final int capacity;
  /** Of most entities always empty. */
  private final Deque<T> waiting = new ArrayDeque<>(1);
  private Optional<T> inHand = Optional.empty();
  private Optional<ActorRef<Answer>> unanswered = Optional.empty();
  private long number;

  Turns(Function<T, ActorRef<Answer>> asker, int capacity) {
    this.asker = asker;
    this.capacity = capacity;
  }

  boolean isFree() {
    return inHand.isEmpty() && waiting.isEmpty();
  }

  void begin(T task) {
    inHand = Optional.of(task);
    unanswered = Optional.of(asker.apply(task));
    number++;
  }

  void enqueue(T task) {
    if (waiting.size() < capacity) {
      waiting.add(task);
    } else {
      asker.apply(task).tell(new Answer.Working());
    }
  }

  Optional<T> inHand() {
    return inHand;
  }

  /** Grows with every turn that begins or ends. */
  long number() {
    return number;
  }

  /** Answers the one in hand, unless it has had an answer. */
  void answer(Answer answer) {
    unanswered.ifPresent(ref -> ref.tell(answer));
    unanswered = Optional.empty();
  }

  void end() {
    inHand = Optional.empty();
    unanswered = Optional.empty();
    number++;
  }

  boolean someoneWaits() {
    return !waiting.isEmpty();
  }

  T next() {
    return waiting.remove();
  }

  /** Everybody has to come again; what is in hand goes on. */
  void postpone() {
    answer(new Answer.Working());
    waiting.forEach(task -> asker.apply(task).tell(new Answer.Working()));
    waiting.clear();
  }
}
