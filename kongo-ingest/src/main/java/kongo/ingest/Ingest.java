package kongo.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import kongo.actors.Entities;
import kongo.kafka.Assignment;
import kongo.kafka.LagWatch;
import kongo.kafka.ProducerThread;
import kongo.lane.Uncommitted;
import kongo.protocol.Feed;
import kongo.protocol.Topics;
import kongo.stream.BatchSteps;
import kongo.stream.HeldReadings;
import org.apache.pekko.Done;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Props;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The streams of a node: Kafka to the entities, one stream per input topic. */
public final class Ingest implements IngestControl {

  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  /** An entity that comes back from its journal, or whose node is lost, takes less. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
  private static final Duration LETTERS_AGAIN = Duration.ofSeconds(1);

  private final ActorSystem<?> system;
  private final ProducerThread output;
  private final List<TopicStream> streams;
  private final LagWatch lag;
  private final Unanswered unanswered;
  private final CompletableFuture<Done> drained = new CompletableFuture<>();
  private boolean draining;

  private Ingest(ActorSystem<?> system, ProducerThread output, List<TopicStream> streams, LagWatch lag, Unanswered unanswered) {
    this.system = system;
    this.output = output;
    this.streams = streams;
    this.lag = lag;
    this.unanswered = unanswered;
  }

  /** Consumes at once; the node must be a member of its cluster. Drains itself in coordinated shutdown. */
  public static IngestControl start(
      ActorSystem<?> system, Entities entities, IngestSettings settings, IngestMetrics metrics) {
    Topics topics = settings.topics();
    ProducerThread output = ProducerThread.start("kongo-dead-letters", settings.producers());
    DeadLetters deadLetters =
        new DeadLetters(topics.deadLetters(), output::sendEach, settings.keep(), LETTERS_AGAIN, metrics);
    Oddities oddities = new Oddities(metrics);
    Unanswered unanswered = new Unanswered(System::nanoTime);
    BiFunction<Lane, Shares, LaneEntities> outside = (lane, shares) -> {
      Asking asking = new Asking(lane, metrics, unanswered, settings.alikeFailures());
      return new LaneEntities(lane, entities, asking, deadLetters, settings.askTimeout(), shares, metrics);
    };
    Function<Shares, Function<Lane, LaneWork>> work = shares -> lane ->
        new PartitionWork(
            lane, outside.apply(lane, shares), metrics,
            shell ->
                new StepsIntake(
                    lane, Decoding.of(lane, topics, settings.eventTime(), oddities),
                    new BatchSteps<>(settings.asks(), shares::asksInHand, true),
                    new Uncommitted<>(shares::uncommittedRecords, shares::uncommittedBytes), shell, shares::asks, metrics));
    Function<Shares, Function<Lane, LaneWork>> readings = shares -> lane -> {
      HeldReadings<Batch> held = new HeldReadings<>(lane.source(), shares.hold(), entities::harmless);
      return new PartitionWork(
          lane, outside.apply(lane, shares), metrics,
          shell -> new ReadingsIntake(lane, held, shell, settings, shares, metrics, oddities));
    };
    CatchUpGate catchUp = new CatchUpGate(settings.catchUp(), Clock.systemUTC());
    List<String> first = Feed.awaited().stream().map(feed -> feed.topic(topics)).toList();
    system.systemActorOf(CatchUpGossip.create(catchUp, first), "moves-first", Props.empty());
    Function<Feed, InputTopic> input = feed -> {
      Assignment assignment = new Assignment(
          following(feed, entities), partition -> {
            metrics.gone(partition.topic(), partition.partition());
            if (feed == Feed.SENSORS) {
              entities.backlogs().end(partition.partition());
            }
          });
      Shares shares = new Shares(settings, assignment::count);
      return switch (feed) {
        case REGISTRY -> new InputTopic(topics.registry(), assignment, catchUp.ahead(topics.registry()), work.apply(shares), run -> {});
        case SENSORS -> new InputTopic(topics.sensors(), assignment, catchUp.readings(), readings.apply(shares), run -> entities.backlogs().begin(run.partition().partition(), run));
        case RFID -> new InputTopic(topics.rfid(), assignment, catchUp.ahead(topics.rfid()), work.apply(shares), run -> {});
      };
    };
    List<InputTopic> inputs = Arrays.stream(Feed.values()).map(input).toList();
    List<TopicStream> streams = inputs.stream().map(topic -> stream(system, topic, settings, oddities)).toList();
    Ingest ingest = new Ingest(system, output, streams, lagWatch(settings, streams, metrics), unanswered);
    CoordinatedShutdown.get(system)
        .addTask(CoordinatedShutdown.PhaseServiceStop(), "drain-ingest", ingest::drain);
    return ingest;
  }

  /** The shards of Locations follow the partitions of the sensors, those of Goods the rfid topic's. */
  private static Consumer<Set<Integer>> following(Feed feed, Entities entities) {
    return switch (feed) {
      case REGISTRY -> partitions -> {};
      case SENSORS -> partitions -> logged(entities.placement().locationsHere(partitions));
      case RFID -> partitions -> logged(entities.placement().goodsHere(partitions));
    };
  }

  private static LagWatch lagWatch(IngestSettings settings, List<TopicStream> streams, IngestMetrics metrics) {
    return new LagWatch(
        settings.client(),
        streams.stream().map(stream -> new LagWatch.Watched(stream.group(), stream.assignment())).toList(),
        (partition, records) -> metrics.lag(partition.topic(), partition.partition(), records));
  }

  private static TopicStream stream(ActorSystem<?> system, InputTopic topic, IngestSettings settings, Oddities oddities) {
    return TopicStream.start(system, topic, () -> KafkaInput.consumer(topic.name(), settings, oddities), settings);
  }

  @Override
  public Optional<String> missing() {
    boolean joined = streams.stream().allMatch(stream -> stream.assignment().isJoined());
    return joined ? unanswered.longerThan(LONGEST_SILENCE) : Optional.of("not all consumers have joined their groups");
  }

  @Override
  public synchronized CompletionStage<Done> drain() {
    if (!draining) {
      draining = true;
      lag.close();
      system.scheduler().scheduleOnce(PATIENCE, this::abandon, system.executionContext());
      CompletableFuture<?>[] ends =
          streams.stream().map(stream -> stream.drain().toCompletableFuture()).toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(ends).whenComplete((done, problem) -> close());
    }
    return drained;
  }

  private void abandon() {
    if (!drained.isDone()) {
      LOG.warn("What is in hand is given up after {}, it will be read again", PATIENCE);
      streams.forEach(TopicStream::abandon);
    }
  }

  private void close() {
    output.close();
    drained.complete(Done.getInstance());
  }

  private static void logged(CompletionStage<Done> placed) {
    placed.whenComplete((done, problem) -> {
      if (problem != null) {
        LOG.warn("Shards stay where they are for now: {}", problem.toString());
      }
    });
  }
}
