package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.actors.Entities;
import kongo.protocol.Reason;
import kongo.stream.BatchSteps;
import kongo.violation.Refusal;
import org.apache.pekko.Done;

/** Drives all effects of some records of one lane to their end: entities, violations, dead letters. */
final class Effects {

  private final Lane lane;
  private final Asking asking;
  private final Entities entities;
  private final DeadLetters deadLetters;
  private final IngestSettings settings;
  private final IngestMetrics metrics;

  Effects(
      Lane lane, Asking asking, Entities entities, DeadLetters deadLetters, IngestSettings settings,
      IngestMetrics metrics) {
    this.lane = lane;
    this.asking = asking;
    this.entities = entities;
    this.deadLetters = deadLetters;
    this.settings = settings;
    this.metrics = metrics;
  }

  /**
   * Completes when all is durable and published; fails if abandoned.
   *
   * @param letters records that could not even be decoded
   */
  CompletionStage<Done> drive(BatchSteps steps, Origins origins, List<DeadLetters.Letter> letters) {
    Requests requests = new Requests(entities, asking, settings.askTimeout(), origins);
    return BatchRun.start(steps, requests, settings.asksPerPartition())
        .thenCompose(failed -> deadLetters.bury(lane, all(letters, failed, steps, origins)))
        .thenApply(buried -> {
          conclude(steps);
          return buried;
        });
  }

  private static List<DeadLetters.Letter> all(
      List<DeadLetters.Letter> letters, List<DeadLetters.Letter> failed, BatchSteps steps, Origins origins) {
    List<DeadLetters.Letter> all = new ArrayList<>(letters);
    all.addAll(failed);
    for (Refusal refusal : steps.refusals()) {
      all.add(new DeadLetters.Letter(origins.at(refusal.offset()), reason(refusal), ""));
    }
    return all;
  }

  private static Reason reason(Refusal refusal) {
    return switch (refusal.reason()) {
      case TOO_LATE -> Reason.TOO_LATE;
      case TOO_MANY_SERIES -> Reason.TOO_MANY_SERIES;
    };
  }

  private void conclude(BatchSteps steps) {
    metrics.duplicates(lane.topic(), steps.duplicates());
  }
}
