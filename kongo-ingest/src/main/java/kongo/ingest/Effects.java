package kongo.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.actors.Entities;
import kongo.protocol.LawDetail;
import kongo.protocol.Reason;
import kongo.stream.BatchSteps;
import kongo.violation.Refusal;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
      all.add(letter(origins.at(refusal.offset()), refusal));
    }
    return all;
  }

  private static DeadLetters.Letter letter(ConsumerRecord<byte[], byte[]> record, Refusal refusal) {
    return switch (refusal.reason()) {
      case TOO_LATE -> new DeadLetters.Letter(record, Reason.TOO_LATE, LawDetail.tooLate(record.value()));
      case TOO_MANY_SERIES -> new DeadLetters.Letter(record, Reason.TOO_MANY_SERIES, LawDetail.tooManySeries());
    };
  }

  private void conclude(BatchSteps steps) {
    metrics.duplicates(lane.topic(), steps.duplicates());
  }
}
