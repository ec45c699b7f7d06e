package kongo.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;
import kongo.violation.Refusal;

/** Drives the steps of one lane: so many asks at once, and the dead letters of each batch before it is settled. */
final class Questions<B, L> {

  private final BatchSteps<B> steps;
  private final LaneShell<B, L> shell;
  private final Consumer<Ask> ended;
  private final IntSupplier mostAtOnce;
  private int underWay;

  /**
   * @param ended is told what is answered or given up
   * @param mostAtOnce so many entities are asked at once, but for those that are asked again
   */
  Questions(BatchSteps<B> steps, LaneShell<B, L> shell, Consumer<Ask> ended, IntSupplier mostAtOnce) {
    this.steps = steps;
    this.shell = shell;
    this.ended = ended;
    this.mostAtOnce = mostAtOnce;
  }

  /** Asks what is due. */
  void goOn() {
    List<Ask> due = steps.due(mostAtOnce.getAsInt() + shell.stuck() - underWay);
    underWay += (int) due.stream().filter(Questions::takesAPlace).count();
    due.forEach(ask -> ask.entity(this::send, this::send));
  }

  private void send(Ask.OfGoods ask) {
    List<Ticket<B>> tickets = steps.tickets(ask);
    shell.ask(ask, batches(tickets), (reply, given) -> onGoods(ask, tickets, reply, given));
  }

  private void send(Ask.OfLocation ask) {
    List<Ticket<B>> tickets = steps.tickets(ask);
    shell.ask(ask, batches(tickets), (reply, given) -> onLocation(ask, tickets, reply, given));
  }

  private void onGoods(Ask.OfGoods ask, List<Ticket<B>> tickets, Optional<GoodsReply> reply, List<L> given) {
    reply.ifPresent(taken -> shell.duplicates(taken.duplicates()));
    bury(tickets, letters(tickets, reply.map(GoodsReply::refusals), given));
    reply.ifPresentOrElse(taken -> steps.answered(ask, taken), () -> steps.abandoned(ask));
    end(ask);
  }

  private void onLocation(Ask.OfLocation ask, List<Ticket<B>> tickets, Optional<LocationReply> reply, List<L> given) {
    reply.ifPresent(taken -> shell.duplicates(taken.duplicates()));
    bury(tickets, letters(tickets, reply.map(LocationReply::refusals), given));
    reply.ifPresentOrElse(taken -> steps.answered(ask, taken), () -> steps.abandoned(ask));
    end(ask);
  }

  /** Who waits for readings takes no place from others. */
  private static boolean takesAPlace(Ask ask) {
    return !ask.isPatient();
  }

  private void end(Ask ask) {
    underWay -= takesAPlace(ask) ? 1 : 0;
    ended.accept(ask);
    goOn();
  }

  private List<L> letters(List<Ticket<B>> tickets, Optional<List<Refusal>> refusals, List<L> given) {
    Stream<L> refused = refusals.stream().flatMap(List::stream).map(refusal -> shell.letter(refusal, batches(tickets)));
    return Stream.concat(given.stream(), refused).toList();
  }

  /** Holds the batches until the letters are written. */
  void bury(List<Ticket<B>> tickets, List<L> letters) {
    if (!letters.isEmpty()) {
      List<Ticket<B>> held = new ArrayList<>(tickets);
      held.forEach(Ticket::hold);
      shell.bury(letters, () -> held.forEach(Ticket::release));
    }
  }

  private static <B> List<B> batches(List<Ticket<B>> tickets) {
    return tickets.stream().map(Ticket::batch).toList();
  }
}
