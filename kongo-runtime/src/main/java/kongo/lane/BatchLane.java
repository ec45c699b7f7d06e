package kongo.lane;

import java.util.List;
import java.util.function.IntSupplier;
import kongo.stream.BatchSteps;
import kongo.stream.Ticket;

/** A lane of moves or registrations: several batches are under way, and each entity goes on as it answers. */
public final class BatchLane<B, L> implements PartitionLane<B> {

  private final BatchSteps<B> steps;
  private final Uncommitted<B> uncommitted;
  private final Questions<B, L> questions;

  /** Gives the records of a batch to the steps, and answers the dead letters of those that cannot be used. */
  @FunctionalInterface
  public interface Intake<B, L> {
    List<L> read(BatchSteps<B> steps, Ticket<B> ticket);
  }

  /**
   * @param uncommitted bounds what is taken and not settled
   * @param mostAtOnce so many entities are asked at once
   */
  public BatchLane(BatchSteps<B> steps, Uncommitted<B> uncommitted, LaneShell<B, L> shell, IntSupplier mostAtOnce) {
    this.steps = steps;
    this.uncommitted = uncommitted;
    this.questions = new Questions<>(steps, shell, ask -> {}, mostAtOnce);
  }

  /** Takes the next batch; {@link #goOn} follows. */
  public void take(B batch, int records, long bytes, Intake<B, L> intake) {
    uncommitted.add(batch, records, bytes);
    Ticket<B> ticket = steps.open(batch);
    questions.bury(List.of(ticket), intake.read(steps, ticket));
    ticket.release();
  }

  @Override
  public void goOn() {
    questions.goOn();
  }

  @Override
  public List<B> settled() {
    return steps.settled().map(uncommitted::settled).orElse(List.of());
  }

  @Override
  public boolean hasRoom() {
    return steps.hasRoom() && uncommitted.hasRoom();
  }

  @Override
  public boolean isIdle() {
    return steps.isIdle();
  }

  @Override
  public boolean onlyWaits() {
    return steps.onlyWaits();
  }

  @Override
  public boolean isAtRest() {
    return steps.isAtRest();
  }
}
