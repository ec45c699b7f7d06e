package kongo.actors;

import java.time.Duration;
import kongo.backoff.Timer;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorSystem;

/** The timer of an actor system; what is done later runs on its default dispatcher. */
public record SystemTimer(ActorSystem<?> system) implements Timer {

  @Override
  public Pending after(Duration pause, Runnable then) {
    Cancellable scheduled = system.scheduler().scheduleOnce(pause, then, system.executionContext());
    return scheduled::cancel;
  }
}
