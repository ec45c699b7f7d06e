package kongo.ingest;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kongo.actors.SystemTimer;
import kongo.backoff.Pauses;
import kongo.kafka.Assignment;
import kongo.kafka.Consumption;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stream over one input topic, on a thread of its own: one consumer, and another one after a pause if it fails. */
final class TopicStream {

  private static final Logger LOG = LoggerFactory.getLogger(TopicStream.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  /** A consumer that lived for so long did well. */
  private static final Duration LONG_LIFE = Duration.ofMinutes(1);

  private final ActorSystem<?> system;
  private final InputTopic topic;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final IngestSettings settings;
  private final CountDownLatch draining = new CountDownLatch(1);
  private final CompletableFuture<Done> ended = new CompletableFuture<>();
  private volatile Optional<Consumption> current = Optional.empty();

  private TopicStream(
      ActorSystem<?> system, InputTopic topic, Supplier<Consumer<byte[], byte[]>> consumers, IngestSettings settings) {
    this.system = system;
    this.topic = topic;
    this.consumers = consumers;
    this.settings = settings;
  }

  /** Consumes at once, until it is drained or the system ends. */
  static TopicStream start(
      ActorSystem<?> system, InputTopic topic, Supplier<Consumer<byte[], byte[]>> consumers, IngestSettings settings) {
    TopicStream stream = new TopicStream(system, topic, consumers, settings);
    Thread thread = new Thread(stream::live, topic.name());
    thread.setDaemon(true);
    thread.start();
    system.getWhenTerminated().thenRun(stream::abandon);
    return stream;
  }

  String group() {
    return settings.groupOf(topic.name());
  }

  Assignment assignment() {
    return topic.assignment();
  }

  /** Takes no more records; completes when what is in hand is done and committed. */
  CompletionStage<Done> drain() {
    draining.countDown();
    current.ifPresent(Consumption::drain);
    return ended;
  }

  /** Gives up what is in hand, which will be read again, and ends. */
  void abandon() {
    draining.countDown();
    current.ifPresent(Consumption::abandon);
  }

  private void live() {
    try {
      Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
      while (!isDraining()) {
        long begin = System.nanoTime();
        try {
          consume();
        } catch (RuntimeException problem) {
          if (System.nanoTime() - begin > LONG_LIFE.toNanos()) {
            pauses.reset();
          }
          Duration pause = pauses.next();
          LOG.warn("[{}] fails, beginning again at what is committed in {} s", topic.name(), pause.toSeconds(), problem);
          draining.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      ended.complete(Done.getInstance());
    }
  }

  private void consume() {
    try (Consumption consumption = new Consumption(consumers.get(), topic.assignment(), topic.precedence(), this::lane)) {
      current = Optional.of(consumption);
      if (isDraining()) {
        consumption.drain();
      }
      consumption.run(topic.name());
    }
  }

  private boolean isDraining() {
    return draining.getCount() == 0;
  }

  private LaneRun lane(TopicPartition partition) {
    Lane lane = new Lane(partition, settings.epoch(), new SystemTimer(system));
    LaneRun run = new LaneRun(lane, topic.work().apply(lane), system.executionContext(), topic.precedence(), settings.batchRecords());
    topic.begun().accept(run);
    return run;
  }
}
