package kongo.actors;

import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.effect.Effect;
import org.apache.pekko.Done;

/** Where effects go. */
@FunctionalInterface
public interface EffectPublisher {

  /**
   * Completes when all of them are acknowledged; failed, all of them are published again. Called on an actor's thread:
   * must not block.
   */
  CompletionStage<Done> publish(List<Effect> effects);
}
