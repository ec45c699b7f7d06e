package kongo.drill.plant;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Loses one of 10 000 records between Kafka and the streams. */
public final class DroppedRecords implements ConsumerInterceptor<byte[], byte[]> {

  private static final int ONE_OF = 10_000;
  private static final AtomicLong SEEN = new AtomicLong();

  @Override
  public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> left =
        records.partitions().stream().collect(Collectors.toMap(each -> each, each -> left(records.records(each))));
    return new ConsumerRecords<>(left);
  }

  private static List<ConsumerRecord<byte[], byte[]>> left(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().filter(each -> SEEN.incrementAndGet() % ONE_OF != 0).toList();
  }

  @Override
  public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
