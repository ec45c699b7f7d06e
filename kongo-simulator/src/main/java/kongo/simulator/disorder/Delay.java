package kongo.simulator.disorder;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import kongo.simulator.SimulatedRecord;

/** Sends some records of a stream later; what is not delayed, and what is due together, keeps its order. */
final class Delay implements Iterator<SimulatedRecord> {

  /** When a record is to be sent; not before its own {@code sendAt}. */
  interface Schedule {

    /** For a record that waits until the stream has ended. */
    long AT_THE_END = Long.MAX_VALUE;

    long sendAt(SimulatedRecord source);
  }

  private final Iterator<SimulatedRecord> source;
  private final Schedule schedule;
  private final PriorityQueue<Held> held = new PriorityQueue<>();

  private SimulatedRecord upcoming;
  private long entered;
  private long now = Long.MIN_VALUE;

  Delay(Iterator<SimulatedRecord> source, Schedule schedule) {
    this.source = source;
    this.schedule = schedule;
  }

  @Override
  public boolean hasNext() {
    return !held.isEmpty() || upcoming != null || source.hasNext();
  }

  @Override
  public SimulatedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (true) {
      if (upcoming == null && source.hasNext()) {
        upcoming = source.next();
      }
      if (isHeldDue()) {
        return release(held.remove());
      }
      SimulatedRecord current = upcoming;
      upcoming = null;
      now = current.sendAt();
      long sendAt = schedule.sendAt(current);
      if (sendAt <= now) {
        return current;
      }
      held.add(new Held(sendAt, entered++, current));
    }
  }

  private boolean isHeldDue() {
    return !held.isEmpty() && (upcoming == null || held.peek().sendAt <= upcoming.sendAt());
  }

  /** At the end of the stream everything left follows at once, in order. */
  private SimulatedRecord release(Held next) {
    now = upcoming == null ? now : Math.max(now, next.sendAt);
    return next.content.sentAt(now);
  }

  private record Held(long sendAt, long order, SimulatedRecord content) implements Comparable<Held> {

    @Override
    public int compareTo(Held other) {
      int byTime = Long.compare(sendAt, other.sendAt);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
