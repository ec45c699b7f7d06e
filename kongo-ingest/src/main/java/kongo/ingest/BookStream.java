package kongo.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import kongo.actors.Entities;
import kongo.kafka.ProducerThread;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.ClusterSingleton;
import org.apache.pekko.cluster.typed.SingletonActor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of the rule books: every node reads them all, and one node of the cluster brings them to the entities. What is
 * done is committed as for an input topic, so that whoever waits for rest sees it.
 */
public final class BookStream {

  private static final Logger LOG = LoggerFactory.getLogger(BookStream.class);
  private static final String NAME = "rule-books";
  private static final Duration LETTERS_AGAIN = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private BookStream() {}

  /** Begins when this node is a member of its cluster and has its entities; answers how far the books have come. */
  public static SpreadView start(
      ActorSystem<?> system, Entities entities, BookLog books, EntityPages pages, SpreadStore store, IngestSettings settings,
      IngestMetrics metrics) {
    SpreadView view = new SpreadView();
    system.systemActorOf(BooksHere.create(books.rules()::knows, view), NAME, Props.empty());
    var means = new Spreader.Means(EntityAsks.of(entities, settings.askTimeout()), books, pages, store, settings, metrics);
    Behavior<Object> spreading =
        Behaviors.supervise(spreading(means))
            .onFailure(SupervisorStrategy.restartWithBackoff(FIRST_PAUSE, LONGEST_PAUSE, 0.2));
    ClusterSingleton.get(system).init(SingletonActor.of(spreading, NAME));
    return view;
  }

  private static Behavior<Object> spreading(Spreader.Means means) {
    return Behaviors.setup(context -> SpreaderNode.create(means, new Outlet(means.settings(), means.metrics())));
  }

  /** What the spreading node tells Kafka. */
  static final class Outlet implements AutoCloseable {

    private final IngestSettings settings;
    private final ProducerThread output;
    private final DeadLetters letters;
    private final Admin admin;

    Outlet(IngestSettings settings, IngestMetrics metrics) {
      this.settings = settings;
      this.output = ProducerThread.start("kongo-book-letters", settings.producers());
      this.letters = new DeadLetters(settings.topics().deadLetters(), output::sendEach, settings.keep(), LETTERS_AGAIN, metrics);
      this.admin = Admin.create(new HashMap<>(settings.client()));
    }

    /** For as long as it takes. */
    CompletionStage<Done> bury(Lane lane, List<DeadLetters.Letter> refused) {
      return letters.bury(lane, refused);
    }

    /** Fails where Kafka does not take it now. */
    CompletionStage<Void> commit(long offset) {
      String topic = settings.topics().rules();
      var offsets = Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset));
      return admin.alterConsumerGroupOffsets(settings.groupOf(topic), offsets).all().toCompletionStage();
    }

    @Override
    public void close() {
      output.close();
      admin.close(Duration.ZERO);
    }
  }
}
