package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongPredicate;
import kongo.kafka.Assignment;
import kongo.kafka.Precedence;
import kongo.local.SharedStores;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stream does when the work on one of its lanes fails in a way that nobody has thought of. */
@Timeout(value = 9, unit = TimeUnit.MINUTES)
class LaneFailureIT {

  private static final String TOPIC = "kongo.sensors";
  private static final String KEY = "lane-failure";

  private final BlockingQueue<Long> taken = new LinkedBlockingQueue<>();
  private final AtomicBoolean fails = new AtomicBoolean();
  private ActorTestKit kit;
  private Records records;
  private TopicStream stream;

  @BeforeEach
  void start() throws InterruptedException {
    String bootstrap = SharedStores.get().kafka().bootstrap();
    records = new Records(bootstrap);
    Config config =
        ConfigFactory.parseString("pekko.actor.provider = local, kongo.kafka { group = lane-failure }")
            .withFallback(ConfigFactory.parseString("kongo.kafka.bootstrap-servers = \"" + bootstrap + "\""))
            .withFallback(ConfigFactory.load());
    kit = ActorTestKit.create("lane-failure", config);
    IngestSettings settings = IngestSettings.from(config);
    Assignment assignment = new Assignment(partitions -> {}, gone -> {});
    InputTopic topic = new InputTopic(TOPIC, assignment, Precedence.NONE, lane -> this::take, run -> {});
    stream = TopicStream.start(kit.system(), topic, () -> KafkaInput.consumer(TOPIC, settings), settings);
  }

  @AfterEach
  void stop() throws Exception {
    stream.drain().toCompletableFuture().get(30, TimeUnit.SECONDS);
    kit.shutdownTestKit();
    records.close();
  }

  private CompletionStage<OptionalLong> take(Batch batch) {
    boolean failing = batch.records().stream().anyMatch(LaneFailureIT::isOurs) && fails.getAndSet(false);
    batch.records().stream().filter(LaneFailureIT::isOurs).map(ConsumerRecord::offset).forEach(taken::add);
    return failing
        ? CompletableFuture.failedFuture(new IllegalStateException("planted"))
        : CompletableFuture.completedFuture(batch.next());
  }

  private static boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key()).equals(KEY);
  }

  @Test
  void takesAgainWhatWasInHandWhenItFailed() throws Exception {
    long first = sendAndTake();

    fails.set(true);
    long inHand = sendAndTake();

    assertThat(inHand).isGreaterThan(first);
    awaitTaken(offset -> offset == inHand);
    records.send(TOPIC, KEY, "{}");
    awaitTaken(offset -> offset > inHand);
  }

  private long sendAndTake() throws InterruptedException {
    records.send(TOPIC, KEY, "{}");
    return nextTaken();
  }

  /** Maybe after others whose commit was under way, or that a rebalance brings once more. */
  private void awaitTaken(LongPredicate wanted) throws InterruptedException {
    while (!wanted.test(nextTaken())) {
      // goes on until it comes, or nothing comes for 30 s
    }
  }

  private long nextTaken() throws InterruptedException {
    Long offset = taken.poll(30, TimeUnit.SECONDS);
    assertThat(offset).as("a record is taken").isNotNull();
    return offset;
  }
}
