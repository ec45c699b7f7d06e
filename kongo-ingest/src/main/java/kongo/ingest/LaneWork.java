package kongo.ingest;

import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** What is done with the records of one lane. */
interface LaneWork {

  /**
   * Takes the next batch; one without records is a moment to look at what is under way.
   *
   * @return completes when another batch can be taken, with the offset below which all effects are durable and
   *     published, if there is a new one; fails if abandoned
   */
  CompletionStage<OptionalLong> take(Batch batch);

  /** Whether nothing is to be done but to wait for readings of another partition. */
  default boolean onlyWaits() {
    return false;
  }

  /** Whether something waits that has to be looked at though no records come. */
  default boolean wantsLooks() {
    return false;
  }
}
