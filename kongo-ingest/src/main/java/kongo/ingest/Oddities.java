package kongo.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kongo.protocol.Partitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody should hear of though the streams go on: said once a minute for each topic. Called by all lanes' threads. */
final class Oddities {

  private static final Logger LOG = LoggerFactory.getLogger(Oddities.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final IngestMetrics metrics;
  private final Map<String, Integer> partitions = new ConcurrentHashMap<>();
  private final Map<String, Seldom> bugs = new ConcurrentHashMap<>();
  private final Map<String, Seldom> others = new ConcurrentHashMap<>();

  Oddities(IngestMetrics metrics) {
    this.metrics = metrics;
  }

  /** So many partitions has the topic; as long as nobody knows, every record is where it should be. */
  void partitions(String topic, int count) {
    partitions.put(topic, count);
  }

  /** A decoder failed at this record, which goes to the dead letters. */
  void bug(ConsumerRecord<byte[], byte[]> record, Throwable bug) {
    seldom(bugs, record.topic()).next().ifPresent(more ->
        LOG.error("The decoder failed at [{}/{}@{}], which is a bug in Kongo; {} more since the last one that was told",
            record.topic(), record.partition(), record.offset(), more, bug));
  }

  /**
   * Looks for records that are not where the default partitioner puts their keys. They are as good as others, but their
   * Location or Goods is not on the node that reads them.
   *
   * @param records of one partition that have a key
   */
  void look(List<ConsumerRecord<byte[], byte[]>> records) {
    int count = records.isEmpty() ? 0 : partitions.getOrDefault(records.get(0).topic(), 0);
    if (count == 0) {
      return;
    }
    List<ConsumerRecord<byte[], byte[]>> elsewhere =
        records.stream().filter(record -> !Partitions.isDefault(record.key(), record.partition(), count)).toList();
    if (!elsewhere.isEmpty()) {
      ConsumerRecord<byte[], byte[]> example = elsewhere.get(0);
      metrics.inOtherPartition(example.topic(), elsewhere.size());
      seldom(others, example.topic()).next().ifPresent(more -> warn(example, count));
    }
  }

  private static void warn(ConsumerRecord<byte[], byte[]> example, int count) {
    String key = new String(example.key(), StandardCharsets.US_ASCII);
    LOG.warn("[{}/{}@{}] has the key [{}], which belongs to partition {}: a producer does not partition as Kafka does by default. "
            + "The work is done between two nodes, and if others send of it to that partition, records may be taken for older ones than "
            + "they are; set partitioner=murmur2_random where it uses librdkafka. "
            + "kongo_records_other_partition_total counts such records",
        example.topic(), example.partition(), example.offset(), key, Partitions.of(key, count));
  }

  private static Seldom seldom(Map<String, Seldom> byTopic, String topic) {
    return byTopic.computeIfAbsent(topic, t -> new Seldom(PAUSE, System::nanoTime));
  }
}
