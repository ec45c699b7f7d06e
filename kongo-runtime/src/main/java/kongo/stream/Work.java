package kongo.stream;

import java.util.ArrayList;
import java.util.List;

/** An ask that waits or is under way, and the tickets that it holds until it is answered. */
final class Work<T> {

  private Ask ask;
  private final List<Ticket<T>> tickets = new ArrayList<>(1);

  Work(Ask ask, List<Ticket<T>> tickets) {
    this.ask = ask;
    hold(tickets);
  }

  Ask ask() {
    return ask;
  }

  /** Something newer has to be asked, and it is not asked yet. */
  void askInstead(Ask newer) {
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
