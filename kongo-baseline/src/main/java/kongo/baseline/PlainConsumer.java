package kongo.baseline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kongo.baseline.watch.Job;
import kongo.baseline.watch.Limits;
import kongo.baseline.watch.Tally;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The floor: one loop around a KafkaConsumer, all state in hash maps, nothing durable, no offset committed. */
public final class PlainConsumer {

  static final String NAME = "plain";

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int MEBIBYTE = 1 << 20;

  private final Job job;
  private final Limits limits;
  private final Tally tally = new Tally();
  private final KafkaConsumer<byte[], byte[]> consumer;

  private PlainConsumer(Job job, KafkaConsumer<byte[], byte[]> consumer) {
    this.job = job;
    this.limits = job.limits();
    this.consumer = consumer;
  }

  /** The arguments are those of {@link Job}; the last line of standard output is the result as JSON. */
  public static void main(String[] args) {
    Job job = Job.parse(args);
    try (var consumer = new KafkaConsumer<>(reading(job), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      System.out.println(new PlainConsumer(job, consumer).run());
    }
  }

  private static Map<String, Object> reading(Job job) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrap(),
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000,
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50,
        ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MEBIBYTE,
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 * MEBIBYTE,
        ConsumerConfig.RECEIVE_BUFFER_CONFIG, MEBIBYTE);
  }

  /**
   * What is there is read topic by topic: a reading can only be judged when it is known who was there, and nothing else orders the topics.
   */
  private String run() {
    try (AlarmTopic alarms = new AlarmTopic(job, limits, tally)) {
      PlainState state = new PlainState(limits, alarms);
      read(job.registry(), state::registered);
      read(job.rfid(), each -> tally.event(state.moved(each)));
      read(job.sensors(), each -> tally.event(state.measured(each)));
      alarms.flush();
      return tally.line(NAME);
    }
  }

  private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    List<TopicPartition> partitions = consumer.partitionsFor(topic).stream().map(each -> new TopicPartition(topic, each.partition())).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!isRead(ends)) {
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
        tally.start();
        action.accept(each);
      }
    }
  }

  private boolean isRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
