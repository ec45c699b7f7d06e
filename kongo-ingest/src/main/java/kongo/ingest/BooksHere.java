package kongo.ingest;

import java.util.function.LongPredicate;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.pubsub.Topic;
import org.apache.pekko.cluster.typed.Cluster;

/** Says for this node which rule books it knows, and hears how far they have come. */
final class BooksHere {

  private BooksHere() {}

  /** @param knows whether this node knows a version, and no entity that begins here has an older one */
  static Behavior<BookTalk> create(LongPredicate knows, SpreadView view) {
    return Behaviors.setup(context -> {
      String node = Cluster.get(context.getSystem()).selfMember().uniqueAddress().toString();
      subscribe(context);
      return Behaviors.receive(BookTalk.class)
          .onMessage(BookTalk.WhoKnows.class, question -> {
            if (knows.test(question.version())) {
              question.replyTo().tell(new BookTalk.Knows(node, question.version()));
            }
            return Behaviors.same();
          })
          .onMessage(BookTalk.Progress.class, progress -> {
            view.take(progress);
            return Behaviors.same();
          })
          .build();
    });
  }

  private static void subscribe(ActorContext<BookTalk> context) {
    ActorRef<Topic.Command<BookTalk>> all = context.spawn(Topic.create(BookTalk.class, BookTalk.NAME), "all");
    all.tell(Topic.subscribe(context.getSelf()));
  }
}
