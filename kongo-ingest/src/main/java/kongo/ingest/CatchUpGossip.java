package kongo.ingest;

import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.pubsub.Topic;
import org.apache.pekko.cluster.typed.Cluster;

/** Tells the other nodes how far moves, registrations and readings are here, and hears it from them. */
final class CatchUpGossip {

  private static final String NAME = "kongo-moves-first";
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final CatchUpGate catchUp;
  private final List<String> topics;
  private final String node;
  private final ActorRef<Topic.Command<CatchUpPosition>> others;
  private boolean wasBehind;

  private CatchUpGossip(ActorContext<Object> context, CatchUpGate catchUp, List<String> topics) {
    this.catchUp = catchUp;
    this.topics = topics;
    this.node = Cluster.get(context.getSystem()).selfMember().uniqueAddress().toString();
    this.others = context.spawn(Topic.create(CatchUpPosition.class, NAME), "others");
    others.tell(Topic.subscribe(context.getSelf().narrow()));
  }

  private enum Tick {
    NOW
  }

  /** @param topics those that report to the gate */
  static Behavior<Object> create(CatchUpGate catchUp, List<String> topics) {
    return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
      timers.startTimerWithFixedDelay(Tick.NOW, INTERVAL);
      CatchUpGossip talk = new CatchUpGossip(context, catchUp, topics);
      return Behaviors.receive(Object.class)
          .onMessage(Tick.class, tick -> talk.say())
          .onMessage(CatchUpPosition.class, talk::hear)
          .build();
    }));
  }

  /** Nothing more once it has said that it is not behind: whoever did not hear it forgets the rest by itself. */
  private Behavior<Object> say() {
    CatchUpPosition position = catchUp.position(node, topics);
    if (wasBehind || position.isBehind()) {
      others.tell(Topic.publish(position));
    }
    wasBehind = position.isBehind();
    return Behaviors.same();
  }

  private Behavior<Object> hear(CatchUpPosition said) {
    if (!said.node().equals(node)) {
      catchUp.isBehind(said);
    }
    return Behaviors.same();
  }
}
