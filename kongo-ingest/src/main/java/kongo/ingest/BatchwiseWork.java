package kongo.ingest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.stream.Ask;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;

/** Takes moves or registrations: several batches are under way, and each entity goes on as it answers. */
final class BatchwiseWork implements LaneWork, StepsRun.Owner {

  private final Lane lane;
  private final Decoding decoding;
  private final BatchSteps<Batch> steps;
  private final InHand inHand;
  private final IngestMetrics metrics;
  private final StepsRun<Batch> run;

  private Optional<CompletableFuture<OptionalLong>> asked = Optional.empty();
  private Optional<Throwable> problem = Optional.empty();
  private OptionalLong settled = OptionalLong.empty();
  private long told;
  private boolean ending;

  /**
   * @param inHand bounds what is not committed yet
   * @param asksAtOnce so many entities are asked at once
   */
  BatchwiseWork(
      Lane lane, Decoding decoding, BatchSteps<Batch> steps, InHand inHand, StepsRun.Outside outside, int asksAtOnce,
      IngestMetrics metrics) {
    this.lane = lane;
    this.decoding = decoding;
    this.steps = steps;
    this.inHand = inHand;
    this.metrics = metrics;
    this.run = new StepsRun<>(steps, batches -> new Origins(lane.source(), batches), outside, this, asksAtOnce);
  }

  @Override
  public synchronized CompletionStage<OptionalLong> take(Batch batch) {
    ending = ending || batch.isLast();
    if (!batch.isEmpty()) {
      absorb(batch);
    }
    CompletableFuture<OptionalLong> answer = new CompletableFuture<>();
    asked = Optional.of(answer);
    run.goOn();
    answer();
    return answer;
  }

  private void absorb(Batch batch) {
    metrics.received(lane.topic(), batch.records().size());
    inHand.add(batch);
    Ticket<Batch> ticket = steps.open(batch);
    List<DeadLetters.Letter> letters = decoding.decode(batch.records(), steps, ticket);
    run.bury(List.of(ticket), letters);
    ticket.release();
  }

  @Override
  public synchronized boolean wantsLooks() {
    return !steps.isIdle() || told < settled.orElse(0);
  }

  @Override
  public void ended(Ask ask) {
    // the next ask of its entity is due, which the run sees itself
  }

  @Override
  public void progress(Optional<Throwable> failure) {
    problem = problem.or(() -> failure.map(Failures::cause));
    answer();
  }

  /** When there is room for more. */
  private void answer() {
    steps.settled().ifPresent(this::settle);
    boolean mayAnswer = problem.isPresent() || (ending ? steps.isAtRest() : steps.hasRoom() && inHand.hasRoom());
    if (mayAnswer && asked.isPresent()) {
      CompletableFuture<OptionalLong> answer = asked.get();
      asked = Optional.empty();
      told = settled.orElse(0);
      problem.ifPresentOrElse(answer::completeExceptionally, () -> answer.complete(settled));
    }
  }

  private void settle(Batch last) {
    settled = last.next();
    inHand.settled(last, metrics, lane.topic());
  }
}
