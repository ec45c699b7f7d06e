package kongo.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.actors.Entities;
import kongo.actors.LocationEntity;
import kongo.protocol.Reason;
import kongo.stream.BatchSteps;
import kongo.violation.Refusal;
import org.apache.pekko.kafka.ConsumerMessage.CommittableOffset;

/** Asks the entities that the records of a lane concern. */
final class LaneWork implements Work {

  private final Lane lane;
  private final Decoding decoding;
  private final Asking asking;
  private final Entities entities;
  private final DeadLetters deadLetters;
  private final IngestSettings settings;
  private final IngestMetrics metrics;

  LaneWork(
      Lane lane, Asking asking, Entities entities, DeadLetters deadLetters, IngestSettings settings,
      IngestMetrics metrics) {
    this.lane = lane;
    this.decoding = Decoding.of(lane, settings.topics(), settings.allowedAhead());
    this.asking = asking;
    this.entities = entities;
    this.deadLetters = deadLetters;
    this.settings = settings;
    this.metrics = metrics;
  }

  @Override
  public CompletionStage<CommittableOffset> take(Batch batch) {
    long begin = System.nanoTime();
    metrics.received(lane.topic(), batch.records().size());
    Decoding.Work work = decoding.decode(batch.records());
    Origins origins = new Origins(lane.source(), batch.records());
    Requests requests = new Requests(entities, asking, settings.askTimeout(), origins);
    return BatchRun.start(work.steps(), requests, settings.asksPerPartition())
        .thenCompose(failed -> deadLetters.bury(lane, all(work, failed, origins)))
        .thenApply(buried -> {
          conclude(work.steps());
          metrics.batchDone(lane.topic(), batch.records().size(), Duration.ofNanos(System.nanoTime() - begin));
          return batch.last();
        });
  }

  private static List<DeadLetters.Letter> all(
      Decoding.Work work, List<DeadLetters.Letter> failed, Origins origins) {
    List<DeadLetters.Letter> letters = new ArrayList<>(work.letters());
    letters.addAll(failed);
    for (Refusal refusal : work.steps().refusals()) {
      letters.add(new DeadLetters.Letter(origins.at(refusal.offset()), reason(refusal), ""));
    }
    return letters;
  }

  private static Reason reason(Refusal refusal) {
    return switch (refusal.reason()) {
      case TOO_LATE -> Reason.TOO_LATE;
      case TOO_MANY_SERIES -> Reason.TOO_MANY_SERIES;
    };
  }

  private void conclude(BatchSteps steps) {
    metrics.duplicates(lane.topic(), steps.duplicates());
    steps.heard().forEach(
        (location, goods) -> entities.location(location).tell(new LocationEntity.EvidenceHeard(List.copyOf(goods))));
  }
}
