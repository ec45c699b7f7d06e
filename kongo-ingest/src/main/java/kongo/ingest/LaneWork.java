package kongo.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.kafka.ConsumerMessage.CommittableOffset;

/** What is done with the records of one lane. */
interface LaneWork {

  /**
   * Takes the next batch; one without records is a moment to look at what is under way.
   *
   * @return completes when another batch can be taken, with an offset up to which all effects are durable and published,
   *     if there is a new one; fails if abandoned
   */
  CompletionStage<Optional<CommittableOffset>> take(Batch batch);

  /** How often it wants a batch without records when none come; empty: never. */
  default Optional<Duration> looks() {
    return Optional.empty();
  }
}
