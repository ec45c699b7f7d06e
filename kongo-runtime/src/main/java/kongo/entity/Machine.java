package kongo.entity;

import java.util.List;
import java.util.Optional;
import kongo.effect.Effect;
import kongo.location.LocationEvent.ReadingsAccepted;
import kongo.location.SequenceRange;
import kongo.violation.Decision;

/**
 * A Goods or a Location as its turn sees it: command in, at most one event out, effects derived from the event. Mutable,
 * used by one thread (the entity's). What needs rows of the entity's own journal throws {@link
 * kongo.location.HistoryMissing}, has changed nothing, and is asked again when they have been {@link #learn}ed.
 *
 * @param <C> commands
 * @param <E> events
 * @param <R> replies to commands
 */
public interface Machine<C, E, R> {

  /** Sequence number of the last event applied, 0 if there was none. */
  long version();

  /** What it has to take before the next command, though nobody asks for it; see {@link BookNews}. */
  Optional<C> news();

  /** Whether it is too early for a command; then whoever asks has to ask again. */
  default boolean hasToWait(C command) {
    return false;
  }

  /** Changes nothing. */
  Decision<E> decide(C command);

  /** Total, no checks. */
  void apply(long sequenceNr, E event);

  /** What the last event caused. */
  List<Effect> effects();

  /** The answer to a command whose event, if any, has been applied; throws if it can never be sent. */
  R reply(C command, Decision<E> decision);

  /** Rows of the entity's journal before this one bring nothing that the state does not hold; a recovery needs those since a snapshot. */
  long firstRowNeeded();

  /** The event that says that all effects up to now are published. */
  E effectsPublished();

  /** Rows of the entity's journal that were missing; kept until {@link #forget}. */
  void learn(List<SequenceRange> ranges, List<ReadingsAccepted> rows);

  /** The turn is over: what was learned is not needed any more. */
  void forget();
}
