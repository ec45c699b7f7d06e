package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.pubsub.Topic;
import org.apache.pekko.cluster.typed.Cluster;

/** Tells the other nodes how far moves and registrations are here, and hears it from them. */
final class MovesFirstTalk {

  private static final String NAME = "kongo-moves-first";
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final MovesFirst movesFirst;
  private final List<String> topics;
  private final String node;
  private final ActorRef<Topic.Command<MovesBehind>> others;
  private boolean wasBehind;

  private MovesFirstTalk(ActorContext<Object> context, MovesFirst movesFirst, List<String> topics) {
    this.movesFirst = movesFirst;
    this.topics = topics;
    this.node = Cluster.get(context.getSystem()).selfMember().uniqueAddress().toString();
    this.others = context.spawn(Topic.create(MovesBehind.class, NAME), "others");
    others.tell(Topic.subscribe(context.getSelf().narrow()));
  }

  private enum Tick {
    NOW
  }

  /** @param topics those whose records come first */
  static Behavior<Object> create(MovesFirst movesFirst, List<String> topics) {
    return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
      timers.startTimerWithFixedDelay(Tick.NOW, INTERVAL);
      MovesFirstTalk talk = new MovesFirstTalk(context, movesFirst, topics);
      return Behaviors.receive(Object.class)
          .onMessage(Tick.class, tick -> talk.say())
          .onMessage(MovesBehind.class, talk::hear)
          .build();
    }));
  }

  /** Nothing more once it has said that it is not behind: whoever did not hear it forgets the rest by itself. */
  private Behavior<Object> say() {
    OptionalLong timestamp = movesFirst.least(topics);
    if (wasBehind || timestamp.isPresent()) {
      others.tell(Topic.publish(new MovesBehind(node, timestamp)));
    }
    wasBehind = timestamp.isPresent();
    return Behaviors.same();
  }

  private Behavior<Object> hear(MovesBehind said) {
    if (!said.node().equals(node)) {
      movesFirst.isBehind(said.node(), said.timestamp());
    }
    return Behaviors.same();
  }
}
