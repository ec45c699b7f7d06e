package kongo.goods;

import java.util.List;
import java.util.Optional;
import kongo.violation.Revision;

/**
 * A Goods as a state machine: command in, at most one event out, effects derived from the event. Mutable, used by one
 * thread, in the same way as {@link kongo.location.LocationState}.
 */
public final class GoodsState {

  public static GoodsState empty(String id, long retentionMillis) {
    throw new UnsupportedOperationException();
  }

  public static GoodsState restore(String id, long retentionMillis, GoodsSnapshot snapshot) {
    throw new UnsupportedOperationException();
  }

  /** The event to persist, empty when the command brings nothing new. */
  public Optional<GoodsEvent> decide(GoodsCommand command) {
    throw new UnsupportedOperationException();
  }

  /** Takes in an event; total. */
  public void apply(long sequenceNr, GoodsEvent event) {
    throw new UnsupportedOperationException();
  }

  /** What the last event changed in the violations. */
  public List<Revision> effects() {
    throw new UnsupportedOperationException();
  }

  /** The answer to a command whose event, if any, has been applied: what Locations have to be told is in it again. */
  public GoodsReply reply(GoodsCommand command) {
    throw new UnsupportedOperationException();
  }

  public GoodsReport report() {
    throw new UnsupportedOperationException();
  }

  public GoodsSnapshot snapshot() {
    throw new UnsupportedOperationException();
  }

  /** Sequence number of the last event applied. */
  public long version() {
    throw new UnsupportedOperationException();
  }
}
