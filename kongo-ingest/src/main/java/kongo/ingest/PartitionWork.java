package kongo.ingest;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kongo.lane.LaneShell;

/** The work of one lane: gives it batches, and answers when it has room for another. Its monitor is the lane's lock. */
final class PartitionWork implements LaneWork {

  private final BatchIntake intake;

  private Optional<CompletableFuture<OptionalLong>> asked = Optional.empty();
  private Optional<Throwable> problem = Optional.empty();
  private OptionalLong settled = OptionalLong.empty();
  private long told;
  private boolean ending;

  /** @param intake by which batches come to the lane, given what the lane is to do its work with */
  PartitionWork(
      Lane lane, Outside outside, IngestMetrics metrics,
      Function<LaneShell<Batch, DeadLetters.Letter>, BatchIntake> intake) {
    this.intake = intake.apply(new Carrier(lane, outside, metrics, this, this::progress));
  }

  @Override
  public synchronized CompletionStage<OptionalLong> take(Batch batch) {
    ending = ending || batch.isLast();
    intake.take(batch);
    CompletableFuture<OptionalLong> answer = new CompletableFuture<>();
    asked = Optional.of(answer);
    goOn();
    return answer;
  }

  @Override
  public synchronized boolean wantsLooks() {
    return !intake.lane().isIdle() || told < settled.orElse(0);
  }

  @Override
  public synchronized boolean onlyWaits() {
    return intake.lane().onlyWaits();
  }

  private void progress(Optional<Throwable> failure) {
    problem = problem.or(() -> failure);
    goOn();
  }

  private void goOn() {
    intake.lane().goOn();
    intake.lane().settled().forEach(this::settle);
    if (mayAnswer() && asked.isPresent()) {
      CompletableFuture<OptionalLong> answer = asked.get();
      asked = Optional.empty();
      told = settled.orElse(0);
      problem.ifPresentOrElse(answer::completeExceptionally, () -> answer.complete(settled));
    }
  }

  /** When there is room for more. */
  private boolean mayAnswer() {
    return problem.isPresent() || (ending ? intake.lane().isAtRest() : intake.lane().hasRoom());
  }

  private void settle(Batch batch) {
    settled = batch.next();
    intake.settled(batch);
  }
}
