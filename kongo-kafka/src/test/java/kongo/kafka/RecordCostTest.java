package kongo.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What is done for every record allocates nothing but the record's own bytes: there are hundreds of thousands a second. */
class RecordCostTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 21;
  private static final int BYTES = 100;
  private static final int ARRAY_BYTES = 16 + BYTES + 8;
  private static final KeepLimits LIMITS = new KeepLimits(200_000, 100, 500_000);

  private final Headers none = new RecordHeaders();

  /** Of one round, the median: now and then one has code compiled. */
  private static long bytesOf(Runnable round) {
    long[] bytes = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      round.run();
      bytes[i] = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    Arrays.sort(bytes);
    return bytes[ROUNDS / 2];
  }

  @Test
  void aValueIsTakenFromTheConsumerAsOneArray() {
    BoundedBytes values = new BoundedBytes(CutNote.Part.VALUE, LIMITS, 100);
    ByteBuffer data = ByteBuffer.wrap(new byte[BYTES]);

    assertThat(bytesOf(() -> values.deserialize("topic", none, data))).isBetween((long) BYTES, (long) ARRAY_BYTES);
  }

  /** What is kept of a batch, and what it is packed in, is less than the batch. */
  @Test
  void aBatchIsPackedInRoomThatItTakesOnce() {
    List<ConsumerRecord<byte[], byte[]>> batch =
        IntStream.range(0, 8_000).mapToObj(i -> new ConsumerRecord<>("sensors", 3, i, new byte[10], new byte[BYTES])).toList();

    assertThat(bytesOf(() -> new PackedRecords(new TopicPartition("sensors", 3), batch))).isLessThan(batch.size() * BYTES);
  }

  @Test
  void headersThatAreNotThereAreKeptForNothing() {
    assertThat(bytesOf(() -> HeaderBytes.packed(none))).isZero();
  }
}
