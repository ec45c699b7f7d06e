package kongo.actors;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.location.RuleIndex;
import kongo.violation.Revision;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.slf4j.event.Level;

/** What all entities of a node share. */
record EntityEnvironment(
    EntitySettings settings, RuleIndex rules, ViolationPublisher publisher, ReadingRows rows, WriteGuard guard,
    HarmlessHere harmless) {

  /** On an actor's thread; the guard is asked at every attempt. */
  CompletionStage<Done> publish(List<Revision> revisions) {
    guard.check();
    return publisher.publish(revisions);
  }

  /** After a bug the entity begins anew from its journal; after a failed persist it stops and the next ask wakes it. */
  SupervisorStrategy restart() {
    return SupervisorStrategy.restartWithBackoff(Duration.ofMillis(50), Duration.ofSeconds(2), 0.2)
        .withResetBackoffAfter(Duration.ofSeconds(10))
        .withLogLevel(Level.WARN)
        .withStashCapacity(settings.waitingCommands());
  }
}
