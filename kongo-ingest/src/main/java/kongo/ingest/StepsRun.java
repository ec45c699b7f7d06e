package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kongo.goods.GoodsReply;
import kongo.location.LocationReply;
import kongo.protocol.LawDetail;
import kongo.protocol.Reason;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;
import kongo.violation.Refusal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.pekko.Done;

/**
 * Drives the steps of one lane: so many asks at once, the dead letters of each batch before it is settled. Answers come on
 * any thread; the steps are used with the lock of their owner only.
 */
final class StepsRun<T> {

  /** What a run needs of the node. */
  interface Outside {

    CompletionStage<Outcome<GoodsReply>> ask(Ask.OfGoods ask, Origins origins);

    CompletionStage<Outcome<LocationReply>> ask(Ask.OfLocation ask, Origins origins);

    CompletionStage<Done> bury(List<DeadLetters.Letter> letters);

    void duplicates(int records);

    /** How many asks have been repeated, and wait on without taking a place from others. */
    int stuck();
  }

  /** Whose steps these are; called with its lock. */
  interface Owner {

    /** It is answered or given up. */
    void ended(Ask ask);

    /** Something is done, or has failed for ever. */
    void progress(Optional<Throwable> problem);
  }

  private final BatchSteps<T> steps;
  private final Function<List<T>, Origins> origins;
  private final Outside outside;
  private final Owner owner;
  private final int mostAtOnce;
  private int underWay;

  /** @param owner its monitor is the lock */
  StepsRun(BatchSteps<T> steps, Function<List<T>, Origins> origins, Outside outside, Owner owner, int mostAtOnce) {
    this.steps = steps;
    this.origins = origins;
    this.outside = outside;
    this.owner = owner;
    this.mostAtOnce = mostAtOnce;
  }

  /** Sends what is due; to be called with the lock. */
  void goOn() {
    List<Ask> due = steps.due(mostAtOnce + outside.stuck() - underWay);
    underWay += due.size();
    due.forEach(this::send);
  }

  private void send(Ask ask) {
    List<Ticket<T>> tickets = steps.tickets(ask);
    ask.entity(goods -> send(goods, tickets), location -> send(location, tickets));
  }

  private void send(Ask.OfGoods ask, List<Ticket<T>> tickets) {
    outside.ask(ask, origins(tickets)).whenComplete((outcome, problem) -> onGoods(ask, tickets, outcome, problem));
  }

  private void send(Ask.OfLocation ask, List<Ticket<T>> tickets) {
    outside.ask(ask, origins(tickets)).whenComplete((outcome, problem) -> onLocation(ask, tickets, outcome, problem));
  }

  private Origins origins(List<Ticket<T>> tickets) {
    return origins.apply(tickets.stream().map(Ticket::batch).toList());
  }

  private void onGoods(
      Ask.OfGoods ask, List<Ticket<T>> tickets, Outcome<GoodsReply> outcome, Throwable problem) {
    synchronized (owner) {
      underWay--;
      if (problem == null) {
        Optional<GoodsReply> reply = outcome.replies().stream().reduce(Joined::goods);
        reply.ifPresent(taken -> outside.duplicates(taken.duplicates()));
        bury(tickets, letters(outcome, reply.map(GoodsReply::refusals), tickets));
        reply.ifPresentOrElse(taken -> steps.answered(ask, taken), () -> steps.abandoned(ask));
        owner.ended(ask);
      }
      onEnd(problem);
    }
  }

  private void onLocation(
      Ask.OfLocation ask, List<Ticket<T>> tickets, Outcome<LocationReply> outcome, Throwable problem) {
    synchronized (owner) {
      underWay--;
      if (problem == null) {
        Optional<LocationReply> reply = outcome.replies().stream().reduce(Joined::location);
        reply.ifPresent(taken -> outside.duplicates(taken.duplicates()));
        bury(tickets, letters(outcome, reply.map(LocationReply::refusals), tickets));
        reply.ifPresentOrElse(taken -> steps.answered(ask, taken), () -> steps.abandoned(ask));
        owner.ended(ask);
      }
      onEnd(problem);
    }
  }

  private List<DeadLetters.Letter> letters(
      Outcome<?> outcome, Optional<List<Refusal>> refusals, List<Ticket<T>> tickets) {
    List<DeadLetters.Letter> letters = new ArrayList<>(outcome.letters());
    Origins records = origins(tickets);
    for (Refusal refusal : refusals.orElse(List.of())) {
      letters.add(letter(records.at(refusal.offset()), refusal));
    }
    return letters;
  }

  private static DeadLetters.Letter letter(ConsumerRecord<byte[], byte[]> record, Refusal refusal) {
    return switch (refusal.reason()) {
      case TOO_LATE -> new DeadLetters.Letter(record, Reason.TOO_LATE, LawDetail.tooLate(record.value()));
      case TOO_MANY_SERIES -> new DeadLetters.Letter(record, Reason.TOO_MANY_SERIES, LawDetail.tooManySeries());
    };
  }

  /** Holds the batches until the letters are written; to be called with the lock. */
  void bury(List<Ticket<T>> tickets, List<DeadLetters.Letter> letters) {
    if (!letters.isEmpty()) {
      tickets.forEach(Ticket::hold);
      outside.bury(letters).whenComplete((done, problem) -> onBuried(tickets, problem));
    }
  }

  private void onBuried(List<Ticket<T>> tickets, Throwable problem) {
    synchronized (owner) {
      if (problem == null) {
        tickets.forEach(Ticket::release);
      }
      onEnd(problem);
    }
  }

  private void onEnd(Throwable problem) {
    if (problem == null) {
      goOn();
    }
    owner.progress(Optional.ofNullable(problem));
  }
}
