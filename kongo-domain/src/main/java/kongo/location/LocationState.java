package kongo.location;

import java.util.List;
import java.util.Optional;
import kongo.rules.RuleBook;
import kongo.violation.Revision;

/**
 * A Location as a state machine: command in, at most one event out, effects derived from the event. Mutable, used by
 * one thread. The way of a command: {@link #decide}, {@link #apply}, {@link #effects}, then persist the event, publish
 * the effects, answer with {@link #reply}. After recovery the effects of the last event are published again.
 */
public final class LocationState {

  public static LocationState empty(String id, RuleBook book, LocationSettings settings) {
    throw new UnsupportedOperationException();
  }

  public static LocationState restore(
      String id, RuleBook book, LocationSettings settings, LocationSnapshot snapshot) {
    throw new UnsupportedOperationException();
  }

  /** The event to persist, empty when the command brings nothing new. */
  public Optional<LocationEvent> decide(LocationCommand command, History history) {
    throw new UnsupportedOperationException();
  }

  /** Takes in an event; total. */
  public void apply(long sequenceNr, LocationEvent event) {
    throw new UnsupportedOperationException();
  }

  /** What the last event changed in the violations. */
  public List<Revision> effects(History history) {
    throw new UnsupportedOperationException();
  }

  /** The answer to a command whose event, if any, has been applied. */
  public LocationReply reply(LocationCommand command) {
    throw new UnsupportedOperationException();
  }

  /** Evidence that has been heard is not given again (until the next recovery). */
  public void heard(List<String> goods) {
    throw new UnsupportedOperationException();
  }

  public LocationReport report(History history) {
    throw new UnsupportedOperationException();
  }

  public LocationSnapshot snapshot() {
    throw new UnsupportedOperationException();
  }

  /** Sequence number of the last event applied. */
  public long version() {
    throw new UnsupportedOperationException();
  }
}
