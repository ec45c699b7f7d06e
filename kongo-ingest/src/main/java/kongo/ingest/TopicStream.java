package kongo.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.kafka.CommitterSettings;
import org.apache.pekko.kafka.ConsumerMessage.CommittableMessage;
import org.apache.pekko.kafka.ConsumerMessage.CommittableOffset;
import org.apache.pekko.kafka.ConsumerSettings;
import org.apache.pekko.kafka.Subscriptions;
import org.apache.pekko.kafka.javadsl.Committer;
import org.apache.pekko.kafka.javadsl.Consumer;
import org.apache.pekko.stream.RestartSettings;
import org.apache.pekko.stream.javadsl.RestartSource;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stream over one input topic: a lane for each partition here, and in it one batch after the other. */
final class TopicStream {

  private static final Logger LOG = LoggerFactory.getLogger(TopicStream.class);
  private static final int MOST_PARTITIONS = 10_000;
  /** Between two polls; each returns at once when there are records. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(10);
  private static final Duration POLL_TIMEOUT = Duration.ofMillis(50);
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(250);
  private static final RestartSettings RESTARTS =
      RestartSettings.create(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.2);

  private final ActorSystem<?> system;
  private final String topic;
  private final Assignment assignment;
  private final Function<Lane, LaneWork> workOf;
  private final IngestSettings settings;
  private final Supplier<Sink<CommittableOffset, CompletionStage<Done>>> commits;
  private final Set<Lane> lanes = ConcurrentHashMap.newKeySet();
  private volatile Consumer.Control control = Consumer.createNoopControl();
  private volatile boolean draining;
  private final CompletionStage<Done> ended;

  TopicStream(
      ActorSystem<?> system, String topic, Assignment assignment, Function<Lane, LaneWork> workOf, IngestSettings settings) {
    this(system, topic, assignment, workOf, settings, () -> Committer.sink(committer(system)));
  }

  /** @param commits makes the end of each lane */
  TopicStream(
      ActorSystem<?> system, String topic, Assignment assignment, Function<Lane, LaneWork> workOf, IngestSettings settings,
      Supplier<Sink<CommittableOffset, CompletionStage<Done>>> commits) {
    this.system = system;
    this.topic = topic;
    this.assignment = assignment;
    this.workOf = workOf;
    this.settings = settings;
    this.commits = commits;
    this.ended = RestartSource.onFailuresWithBackoff(RESTARTS, this::consume).runWith(Sink.ignore(), system);
  }

  String group() {
    return settings.groupOf(topic);
  }

  Assignment assignment() {
    return assignment;
  }

  /** Takes no more records; completes when what is in hand is done and committed. */
  CompletionStage<Done> drain() {
    draining = true;
    control.stop();
    return ended.thenCompose(done -> control.shutdown());
  }

  /** Gives up what is in hand: it will be read again. */
  void abandon() {
    lanes.forEach(Lane::abandon);
  }

  private Source<Done, NotUsed> consume() {
    if (draining) {
      return Source.empty();
    }
    return Consumer.committablePartitionedSource(
            consumer(), Subscriptions.topics(topic).withPartitionAssignmentHandler(assignment))
        .mapMaterializedValue(started -> {
          control = started;
          if (draining) {
            started.stop();
          }
          return NotUsed.getInstance();
        })
        .mapAsyncUnordered(MOST_PARTITIONS, lane -> run(lane.first(), lane.second()));
  }

  private CompletionStage<Done> run(
      TopicPartition partition, Source<CommittableMessage<byte[], byte[]>, NotUsed> records) {
    Lane lane = new Lane(partition);
    LaneWork work = workOf.apply(lane);
    lanes.add(lane);
    Source<Batch, NotUsed> batches =
        records
            .watchTermination((none, end) -> end.whenComplete((done, problem) -> onNoMoreRecords(lane)))
            .mapMaterializedValue(end -> NotUsed.getInstance())
            .batch(settings.batchRecords(), Batch::of, Batch::with);
    return work.looks().map(every -> batches.keepAlive(every, Batch::pause)).orElse(batches)
        .concat(Source.single(Batch.end()))
        .mapAsync(1, batch -> work.take(batch).handle((offset, problem) -> unlessAbandoned(lane, offset, problem)))
        .mapConcat(offset -> offset.stream().toList())
        .runWith(commits.get(), system)
        .handle((done, problem) -> {
          lanes.remove(lane);
          return ended(partition, problem);
        });
  }

  /**
   * A lane that fails while its partition is still consumed here fails the whole stream, which then begins again at
   * what is committed; the consumer would go on behind the records that were in hand.
   */
  private Done ended(TopicPartition partition, Throwable problem) {
    if (problem != null && !draining && assignment.here().contains(partition)) {
      throw new CompletionException(problem);
    }
    if (problem != null) {
      LOG.info("Work on {} ends: {}", partition, problem.toString());
    }
    return Done.getInstance();
  }

  /** Drained, the batch in hand is finished; otherwise the partition is somebody else's. */
  private void onNoMoreRecords(Lane lane) {
    if (!draining) {
      lane.abandon();
    }
  }

  private static <T> Optional<T> unlessAbandoned(Lane lane, Optional<T> value, Throwable problem) {
    if (problem == null) {
      return value;
    }
    if (lane.isAbandoned()) {
      LOG.info("Work on {} ends: {}", lane, problem.toString());
      return Optional.empty();
    }
    throw new CompletionException(problem);
  }

  private ConsumerSettings<byte[], byte[]> consumer() {
    return ConsumerSettings.create(system, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .withProperties(settings.client())
        .withProperties(settings.consumer())
        .withGroupId(group())
        .withClientId(group())
        .withPollInterval(POLL_INTERVAL)
        .withPollTimeout(POLL_TIMEOUT)
        .withStopTimeout(Duration.ZERO);
  }

  static CommitterSettings committer(ActorSystem<?> system) {
    return CommitterSettings.create(system).withMaxBatch(100).withMaxInterval(COMMIT_INTERVAL);
  }
}
