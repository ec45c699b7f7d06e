package kongo.host.violations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import kongo.protocol.ViolationJson;
import kongo.violation.Kind;
import kongo.violation.Severity;
import kongo.violation.Status;
import kongo.violation.Violation;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ViolationReaderTest {

  private static final TopicPartition PARTITION = new TopicPartition("violations", 0);

  private final OpenViolations violations = new OpenViolations(10);
  private final AtomicReference<Optional<SavedViolations>> kept = new AtomicReference<>(Optional.empty());
  private final SavedViolations.Store store =
      new SavedViolations.Store() {
        @Override
        public Optional<SavedViolations> last() {
          return kept.get();
        }

        @Override
        public void keep(SavedViolations saved) {
          kept.set(Optional.of(saved));
        }
      };
  private final CountDownLatch mayFail = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);

  @Test
  void goesOnWhereItWasAfterAFailureAndSaysSo() throws Exception {
    MockConsumer<byte[], byte[]> first = consumer(2);
    first.schedulePollTask(() -> {
      first.addRecord(violation(0, "a"));
      first.addRecord(record(1, "{\"id\":7}"));
    });
    first.schedulePollTask(() -> {
      await(mayFail);
      throw new KafkaException("planted");
    });
    MockConsumer<byte[], byte[]> second = consumer(4);
    second.schedulePollTask(() -> {
      await(mayGoOn);
      second.addRecord(violation(2, "b"));
      second.addRecord(violation(3, "c"));
    });
    Queue<Consumer<byte[], byte[]>> consumers = new ConcurrentLinkedQueue<>(List.of(first, second));

    try (var reader = new ViolationReader("violations", consumers::remove, violations, store, 100).start()) {
      until(violations::isComplete);
      assertThat(reader.missing()).isEmpty();
      mayFail.countDown();
      until(() -> reader.missing().isPresent());
      assertThat(reader.missing()).hasValueSatisfying(text -> assertThat(text).contains("planted"));
      assertThat(violations.isComplete()).isFalse();
      mayGoOn.countDown();
      until(violations::isComplete);
      assertThat(reader.missing()).isEmpty();
    }

    assertThat(violations.size()).isEqualTo(3);
    assertThat(second.closed()).isTrue();
  }

  @Test
  void triesAgainWhenNoConsumerCanBeMade() {
    MockConsumer<byte[], byte[]> second = consumer(0);
    Queue<Consumer<byte[], byte[]>> consumers = new ConcurrentLinkedQueue<>();

    try (var reader = new ViolationReader("violations", consumers::remove, violations, store, 100).start()) {
      until(() -> reader.missing().isPresent());
      consumers.add(second);
      until(violations::isComplete);
      assertThat(reader.missing()).isEmpty();
    }
  }

  @Test
  void beginsWhereAnotherSaved() {
    MockConsumer<byte[], byte[]> whole = consumer(3);
    whole.schedulePollTask(() -> {
      whole.addRecord(violation(0, "a"));
      whole.addRecord(violation(1, "b"));
      whole.addRecord(violation(2, "c"));
    });
    try (var reader = reader(whole)) {
      until(() -> violations.isComplete() && kept.get().isPresent());
    }
    MockConsumer<byte[], byte[]> rest = consumer(4);
    rest.schedulePollTask(() -> rest.addRecord(violation(3, "d")));
    var others = new OpenViolations(10);

    try (var reader = new ViolationReader("violations", () -> rest, others, store, 3).start()) {
      until(others::isComplete);
    }

    assertThat(others.size()).isEqualTo(4);
    assertThat(SavedForm.read(SavedForm.write(kept.get().orElseThrow()))).isEqualTo(kept.get().orElseThrow());
  }

  @Test
  void takesNothingThatWasSavedOfATopicThatIsNotThereAnyMore() {
    kept.set(Optional.of(new SavedViolations(Map.of(0, 100L), List.of(), Map.of("a", 9L), true)));
    MockConsumer<byte[], byte[]> anew = consumer(1);
    anew.schedulePollTask(() -> anew.addRecord(violation(0, "a")));

    try (var reader = reader(anew)) {
      until(violations::isComplete);
    }

    assertThat(violations.size()).isEqualTo(1);
    assertThat(violations.latest(10).truncated()).isFalse();
  }

  private ViolationReader reader(Consumer<byte[], byte[]> consumer) {
    return new ViolationReader("violations", () -> consumer, violations, store, 3).start();
  }

  private static MockConsumer<byte[], byte[]> consumer(long end) {
    var consumer = new MockConsumer<byte[], byte[]>(OffsetResetStrategy.EARLIEST);
    consumer.updatePartitions("violations", List.of(new PartitionInfo("violations", 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, end));
    return consumer;
  }

  private static ConsumerRecord<byte[], byte[]> violation(long offset, String id) {
    var violation = new Violation(id, Status.OPEN, Kind.EXPIRED, Severity.MAJOR, "expired", "g", "l", null, "", 1L, 1, null, null, null, null, List.of());
    return new ConsumerRecord<>("violations", 0, offset, null, ViolationJson.encode(1, violation));
  }

  private static ConsumerRecord<byte[], byte[]> record(long offset, String value) {
    return new ConsumerRecord<>("violations", 0, offset, null, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
