package kongo.actors;

import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.violation.Revision;
import org.apache.pekko.Done;

/** Where revisions of violations go. */
@FunctionalInterface
public interface ViolationPublisher {

  /**
   * Completes when all of them are acknowledged; failed, all of them are published again. Called on an actor's thread:
   * must not block.
   */
  CompletionStage<Done> publish(List<Revision> revisions);
}
