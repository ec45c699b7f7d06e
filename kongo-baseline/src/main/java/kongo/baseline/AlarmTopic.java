package kongo.baseline;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import kongo.baseline.watch.Alarm;
import kongo.baseline.watch.AlarmJson;
import kongo.baseline.watch.Job;
import kongo.baseline.watch.Limits;
import kongo.baseline.watch.Tally;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topic that the plain loop writes its alarms to. */
final class AlarmTopic implements BiConsumer<String, Alarm>, AutoCloseable {

  private final Job job;
  private final Limits limits;
  private final Tally tally;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> problem = new AtomicReference<>();

  AlarmTopic(Job job, Limits limits, Tally tally) {
    this.job = job;
    this.limits = limits;
    this.tally = tally;
    this.producer = new KafkaProducer<>(settings(job), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static Map<String, Object> settings(Job job) {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, job.bootstrap(),
        ProducerConfig.ACKS_CONFIG, "all",
        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
        ProducerConfig.LINGER_MS_CONFIG, 20,
        ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
  }

  @Override
  public void accept(String location, Alarm alarm) {
    tally.alarm(alarm);
    byte[] key = AlarmJson.id(location, alarm, limits).getBytes(StandardCharsets.UTF_8);
    byte[] value = AlarmJson.encode(location, alarm, limits);
    producer.send(new ProducerRecord<>(job.alarms(), key, value), (written, failure) -> {
      if (failure != null) {
        problem.compareAndSet(null, failure);
      }
    });
  }

  /** Returns when all is written. */
  void flush() {
    producer.flush();
    if (problem.get() != null) {
      throw new IllegalStateException("Alarms could not be written to " + job.alarms(), problem.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
