package kongo.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kongo.violation.Command;

/**
 * Finds in a command the records that its entity cannot take, so that the others are taken, in their order: what fails is
 * halved until one is left. Used by one thread at a time.
 *
 * @param <C> commands
 * @param <R> replies
 */
public final class Narrowing<C extends Command<C>, R> {

  /**
   * A command about one thing that its entity cannot take.
   *
   * @param cause what it fails with
   */
  public record Failed<C>(C command, String cause) {}

  private final Deque<C> left = new ArrayDeque<>();
  private final List<R> replies = new ArrayList<>();
  private final List<Failed<C>> failed = new ArrayList<>();
  private boolean narrowed;

  public Narrowing(C command) {
    left.add(command);
  }

  /** What to ask now; {@link #took} or {@link #failed} follows. Empty when all is asked. */
  public Optional<C> next() {
    return Optional.ofNullable(left.peek());
  }

  /** Whether one failure is enough to look on in smaller parts; a single record is not given up so easily. */
  public boolean isHasty() {
    return narrowed && left.element().size() > 1;
  }

  public void took(R reply) {
    left.remove();
    replies.add(reply);
  }

  /** It fails at what was asked, however often it is asked. */
  public void failed(String cause) {
    C command = left.remove();
    if (command.size() == 1) {
      failed.add(new Failed<>(command, cause));
    } else {
      narrowed = true;
      int half = command.size() / 2;
      left.push(command.part(half, command.size()));
      left.push(command.part(0, half));
    }
  }

  /** Of the parts that were taken, in their order. */
  public List<R> replies() {
    return replies;
  }

  /** The parts that were not. */
  public List<Failed<C>> failures() {
    return failed;
  }
}
