package kongo.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An ask that waits or is under way, and the tickets that it holds until it is answered. */
final class Work<T, A extends Ask> {

  private final Optional<Object> key;
  private final List<Ticket<T>> tickets = new ArrayList<>(1);
  private A ask;

  Work(A ask, List<Ticket<T>> tickets) {
    this(ask, tickets, Optional.empty());
  }

  /** @param key what it is found by while it waits */
  Work(A ask, List<Ticket<T>> tickets, Optional<Object> key) {
    this.key = key;
    this.ask = ask;
    hold(tickets);
  }

  Optional<Object> key() {
    return key;
  }

  A ask() {
    return ask;
  }

  /** Something newer has to be asked, and it is not asked yet. */
  void askInstead(A newer) {
    ask = newer;
  }

  List<Ticket<T>> tickets() {
    return tickets;
  }

  void hold(List<Ticket<T>> more) {
    for (Ticket<T> ticket : more) {
      if (!tickets.contains(ticket)) {
        ticket.hold();
        tickets.add(ticket);
      }
    }
  }

  void release() {
    tickets.forEach(Ticket::release);
  }
}
