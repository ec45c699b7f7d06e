package kongo.actors;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.effect.Effect;
import kongo.entity.AcceptedReadings;
import kongo.goods.GoodsSettings;
import kongo.spread.RulesHere;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.slf4j.event.Level;

/**
 * What all entities of a node share.
 *
 * @param restart after a bug the entity begins anew from its journal; after a failed persist it stops and the next ask
 *     wakes it
 */
record EntityEnvironment(
    EntitySettings settings, RulesHere rules, EffectPublisher publisher, ReadingRows rows, WriteGuard guard,
    DeferralHints harmless, Backlogs backlogs, OldRows oldRows, AcceptedReadings acceptedReadings, SupervisorStrategy restart) {

  EntityEnvironment(
      EntitySettings settings, RulesHere rules, EffectPublisher publisher, ReadingRows rows, WriteGuard guard,
      DeferralHints harmless, Backlogs backlogs, OldRows oldRows, AcceptedReadings acceptedReadings) {
    this(settings, rules, publisher, rows, guard, harmless, backlogs, oldRows, acceptedReadings, restart(settings));
  }

  /** At once: an entity that cannot take a command is well, and has only to forget what it tried. */
  static final SupervisorStrategy ANEW = SupervisorStrategy.restart().withLoggingEnabled(false);

  private static SupervisorStrategy restart(EntitySettings settings) {
    return SupervisorStrategy.restartWithBackoff(Duration.ofMillis(50), Duration.ofSeconds(2), 0.2)
        .withResetBackoffAfter(Duration.ofSeconds(10))
        .withLogLevel(Level.WARN)
        .withStashCapacity(settings.waitingCommands());
  }

  GoodsSettings goods() {
    return settings.goods(rules);
  }

  /** So many readings each Location keeps in memory: fewer where a node has many Locations. */
  int readingsInMemory() {
    int share = settings.readingsInMemoryPerNode() / Math.max(1, harmless.locations());
    return Math.max(1, Math.min(settings.readingsInMemory(), share));
  }

  /** On an actor's thread; the guard is asked at every attempt. */
  CompletionStage<Done> publish(List<Effect> effects) {
    guard.check();
    return publisher.publish(effects);
  }
}
