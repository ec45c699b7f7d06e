package kongo.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.goods.GoodsReply;
import kongo.goods.Told;
import kongo.location.LocationReply;
import kongo.location.PlaceAt;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;

/** Drives the steps of one batch: so many asks at once, the others wait. */
final class BatchRun {

  private final BatchSteps steps;
  private final Requests requests;
  private final int mostInFlight;
  private final Deque<Ask> waiting = new ArrayDeque<>();
  private final List<DeadLetters.Letter> letters = new ArrayList<>();
  private final CompletableFuture<List<DeadLetters.Letter>> done = new CompletableFuture<>();
  private int inFlight;

  private BatchRun(BatchSteps steps, Requests requests, int mostInFlight) {
    this.steps = steps;
    this.requests = requests;
    this.mostInFlight = mostInFlight;
  }

  /** Completes with the records that no entity could take, when everything else is durable and published. */
  static CompletionStage<List<DeadLetters.Letter>> start(BatchSteps steps, Requests requests, int mostInFlight) {
    BatchRun run = new BatchRun(steps, requests, mostInFlight);
    run.pump();
    return run.done;
  }

  private synchronized void pump() {
    waiting.addAll(steps.takeDue());
    while (inFlight < mostInFlight && !waiting.isEmpty()) {
      inFlight++;
      send(waiting.remove());
    }
    if (inFlight == 0 && steps.isDone()) {
      done.complete(letters);
    }
  }

  private void send(Ask ask) {
    if (ask instanceof Ask.OfGoods goods) {
      Outcome.of(requests.of(goods)).whenComplete((outcome, problem) -> onGoods(goods, outcome, problem));
    } else {
      Ask.OfLocation location = (Ask.OfLocation) ask;
      Outcome.of(requests.of(location)).whenComplete((outcome, problem) -> onLocation(location, outcome, problem));
    }
  }

  private synchronized void onGoods(Ask.OfGoods ask, Outcome<GoodsReply> outcome, Throwable problem) {
    if (ended(problem)) {
      return;
    }
    letters.addAll(outcome.letters());
    outcome.replies().stream().reduce(BatchRun::joined)
        .ifPresentOrElse(reply -> steps.answered(ask, reply), () -> steps.abandoned(ask));
    pump();
  }

  private synchronized void onLocation(Ask.OfLocation ask, Outcome<LocationReply> outcome, Throwable problem) {
    if (ended(problem)) {
      return;
    }
    letters.addAll(outcome.letters());
    outcome.replies().stream().reduce(BatchRun::joined)
        .ifPresentOrElse(reply -> steps.answered(ask, reply), () -> steps.abandoned(ask));
    pump();
  }

  private boolean ended(Throwable problem) {
    inFlight--;
    if (problem != null) {
      done.completeExceptionally(problem);
    }
    return problem != null;
  }

  private static GoodsReply joined(GoodsReply first, GoodsReply second) {
    List<Told> told = both(first.told(), second.told());
    Optional<PlaceAt> place = second.place().or(first::place);
    return new GoodsReply(
        both(first.refusals(), second.refusals()), first.duplicates() + second.duplicates(), told, place);
  }

  private static LocationReply joined(LocationReply first, LocationReply second) {
    return new LocationReply(
        both(first.refusals(), second.refusals()),
        first.duplicates() + second.duplicates(),
        both(first.evidence(), second.evidence()),
        first.moreEvidence() || second.moreEvidence());
  }

  private static <T> List<T> both(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
