package kongo.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody should hear of though the streams go on: said once a minute for each topic. Called by all lanes' threads. */
final class Oddities {

  private static final Logger LOG = LoggerFactory.getLogger(Oddities.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Map<String, Seldom> bugs = new ConcurrentHashMap<>();

  /** A decoder failed at this record, which goes to the dead letters. */
  void bug(ConsumerRecord<byte[], byte[]> record, Throwable bug) {
    seldom(bugs, record.topic()).next().ifPresent(more ->
        LOG.error("The decoder failed at [{}/{}@{}], which is a bug in Kongo; {} more since the last one that was told",
            record.topic(), record.partition(), record.offset(), more, bug));
  }

  private static Seldom seldom(Map<String, Seldom> byTopic, String topic) {
    return byTopic.computeIfAbsent(topic, t -> new Seldom(PAUSE, System::nanoTime));
  }
}
