package kongo.ingest;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes one batch of moves or registrations after the other. */
final class BatchwiseWork implements LaneWork {

  private final Lane lane;
  private final Decoding decoding;
  private final Effects effects;
  private final IngestMetrics metrics;

  BatchwiseWork(Lane lane, Decoding decoding, Effects effects, IngestMetrics metrics) {
    this.lane = lane;
    this.decoding = decoding;
    this.effects = effects;
    this.metrics = metrics;
  }

  @Override
  public CompletionStage<OptionalLong> take(Batch batch) {
    if (batch.isEmpty()) {
      return CompletableFuture.completedFuture(OptionalLong.empty());
    }
    long begin = System.nanoTime();
    metrics.received(lane.topic(), batch.records().size());
    Decoding.Work work = decoding.decode(batch.records());
    return effects.drive(work.steps(), new Origins(lane.source(), batch), work.letters()).thenApply(done -> {
      metrics.batchDone(lane.topic(), batch.records().size(), Duration.ofNanos(System.nanoTime() - begin));
      return batch.next();
    });
  }
}
