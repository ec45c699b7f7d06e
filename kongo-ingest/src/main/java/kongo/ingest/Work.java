package kongo.ingest;

import java.util.concurrent.CompletionStage;
import org.apache.pekko.kafka.ConsumerMessage.CommittableOffset;

/** What is done with the batches of one lane, one after the other. */
interface Work {

  /** Completes with the offset to commit, when all effects are durable and published; fails if abandoned. */
  CompletionStage<CommittableOffset> take(Batch batch);
}
