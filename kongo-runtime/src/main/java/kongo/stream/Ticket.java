package kongo.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A batch of a partition: open until all that came with it is settled. Used by one thread at a time.
 *
 * @param <T> what the stream knows a batch by
 */
public final class Ticket<T> {

  private final T batch;
  private int open = 1;
  private long firstOffset = Long.MAX_VALUE;

  private Ticket(T batch) {
    this.batch = batch;
  }

  public T batch() {
    return batch;
  }

  /** A record of this offset is in the batch. */
  void has(long offset) {
    firstOffset = Math.min(firstOffset, offset);
  }

  /** One thing more has to be settled; {@link #release} follows. */
  public void hold() {
    open++;
  }

  public void release() {
    open--;
  }

  boolean isSettled() {
    return open == 0;
  }

  /** The tickets of a partition, in the order of its records. */
  static final class Line<T> {

    private final Deque<Ticket<T>> tickets = new ArrayDeque<>();

    /** The next batch begins; it stays open until it is released, too. */
    Ticket<T> open(T batch) {
      Ticket<T> ticket = new Ticket<>(batch);
      tickets.add(ticket);
      return ticket;
    }

    /** The last of the batches that are settled by now with all before them, if there is a new one. */
    Optional<T> settled() {
      Optional<T> last = Optional.empty();
      while (!tickets.isEmpty() && tickets.peek().isSettled()) {
        last = Optional.of(tickets.remove().batch);
      }
      return last;
    }

    /** Of the records that the tickets {@link Ticket#has have}, all before this offset are settled. */
    long settledBefore() {
      return tickets.stream().mapToLong(ticket -> ticket.firstOffset).min().orElse(0);
    }

    boolean isEmpty() {
      return tickets.isEmpty();
    }

    boolean isSettled() {
      return tickets.stream().allMatch(Ticket::isSettled);
    }
  }
}
