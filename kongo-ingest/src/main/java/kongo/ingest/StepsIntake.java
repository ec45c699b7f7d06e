package kongo.ingest;

import java.time.Duration;
import java.util.function.IntSupplier;
import kongo.lane.BatchLane;
import kongo.lane.LaneShell;
import kongo.lane.PartitionLane;
import kongo.lane.Uncommitted;
import kongo.stream.BatchSteps;

/** Of moves or registrations. */
final class StepsIntake implements BatchIntake {

  private final Lane lane;
  private final Decoding decoding;
  private final IngestMetrics metrics;
  private final BatchLane<Batch, DeadLetters.Letter> work;

  /**
   * @param uncommitted bounds what is not committed yet
   * @param asksAtOnce so many entities are asked at once
   */
  StepsIntake(
      Lane lane, Decoding decoding, BatchSteps<Batch> steps, Uncommitted<Batch> uncommitted,
      LaneShell<Batch, DeadLetters.Letter> shell, IntSupplier asksAtOnce, IngestMetrics metrics) {
    this.lane = lane;
    this.decoding = decoding;
    this.metrics = metrics;
    this.work = new BatchLane<>(steps, uncommitted, shell, asksAtOnce);
  }

  @Override
  public PartitionLane<Batch> lane() {
    return work;
  }

  @Override
  public void take(Batch batch) {
    if (!batch.isEmpty()) {
      metrics.received(lane.topic(), batch.size());
      work.take(batch, batch.size(), batch.bytes(), (steps, ticket) -> decoding.decode(batch.records(), steps, ticket));
    }
  }

  @Override
  public void settled(Batch batch) {
    metrics.batchDone(lane.topic(), batch.size(), Duration.ofNanos(System.nanoTime() - batch.since()));
  }
}
