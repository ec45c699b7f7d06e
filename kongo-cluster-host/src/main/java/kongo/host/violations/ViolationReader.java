package kongo.host.violations;

import java.time.Duration;
import java.util.Map;
import java.util.List;
import java.util.Properties;
import kongo.host.settings.KafkaSettings;
import kongo.protocol.ViolationJson;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the violations topic from its beginning into the node's {@link OpenViolations}, on its own thread. */
public final class ViolationReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ViolationReader.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration CLOSE = Duration.ofSeconds(3);

  private final OpenViolations violations;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final String topic;
  private final Thread thread;
  private volatile boolean stopped;

  private ViolationReader(KafkaSettings settings, OpenViolations violations) {
    this.violations = violations;
    this.topic = settings.topics().violations();
    this.consumer = new KafkaConsumer<>(properties(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.thread = new Thread(this::run, "kongo-open-violations");
    this.thread.setDaemon(true);
  }

  private static Properties properties(KafkaSettings settings) {
    Properties properties = settings.clientProperties();
    properties.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.group() + "-open-violations");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return properties;
  }

  public static ViolationReader start(KafkaSettings settings, OpenViolations violations) {
    var reader = new ViolationReader(settings, violations);
    reader.thread.start();
    return reader;
  }

  private void run() {
    try (consumer) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream().map(info -> new TopicPartition(topic, info.partition())).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!stopped) {
        consumer.poll(POLL).forEach(this::accept);
        if (!violations.isComplete() && hasReached(ends)) {
          violations.caughtUp();
        }
      }
    } catch (WakeupException e) {
      LOG.debug("Stopped reading {}", topic);
    } catch (KafkaException e) {
      LOG.error("Open violations are not followed any more: {}", e.getMessage(), e);
    }
  }

  private boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void accept(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      return;
    }
    try {
      violations.accept(ViolationJson.decode(message.value()));
    } catch (IllegalArgumentException e) {
      LOG.debug("Record {}-{}@{} is no violation: {}", topic, message.partition(), message.offset(), e.getMessage());
    }
  }

  @Override
  public void close() {
    stopped = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
