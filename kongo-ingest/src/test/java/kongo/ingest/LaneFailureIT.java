package kongo.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import kongo.local.SharedStores;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.kafka.CommitTimeoutException;
import org.apache.pekko.kafka.ConsumerMessage.CommittableOffset;
import org.apache.pekko.kafka.javadsl.Committer;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a stream does when the end of one of its lanes fails, as with a commit that Kafka does not answer in time. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LaneFailureIT {

  private static final String TOPIC = "kongo.sensors";
  private static final String KEY = "lane-failure";

  private final BlockingQueue<Long> taken = new LinkedBlockingQueue<>();
  private final AtomicBoolean commitsFail = new AtomicBoolean();
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
    Consumer<Set<Integer>> nobody = partitions -> {};
    stream =
        new TopicStream(
            kit.system(), TOPIC, new Assignment(nobody, IngestMetrics.NONE), lane -> this::take,
            IngestSettings.from(config), this::commits);
  }

  @AfterEach
  void stop() throws Exception {
    stream.drain().toCompletableFuture().get(30, TimeUnit.SECONDS);
    kit.shutdownTestKit();
    records.close();
  }

  private CompletionStage<Optional<CommittableOffset>> take(Batch batch) {
    batch.records().stream().filter(LaneFailureIT::isOurs).map(ConsumerRecord::offset).forEach(taken::add);
    return CompletableFuture.completedFuture(batch.last());
  }

  private static boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key()).equals(KEY);
  }

  private Sink<CommittableOffset, CompletionStage<Done>> commits() {
    return Flow.<CommittableOffset>create()
        .map(this::unlessFailing)
        .toMat(Committer.sink(TopicStream.committer(kit.system())), Keep.right());
  }

  private CommittableOffset unlessFailing(CommittableOffset offset) {
    if (commitsFail.getAndSet(false)) {
      throw new CompletionException(new CommitTimeoutException("planted"));
    }
    return offset;
  }

  @Test
  void takesAgainWhatWasInHandWhenACommitFailed() throws Exception {
    long first = sendAndTake();

    commitsFail.set(true);
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
