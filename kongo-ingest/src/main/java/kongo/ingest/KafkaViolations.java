package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.actors.ViolationPublisher;
import kongo.protocol.CauseHeaders;
import kongo.protocol.ViolationJson;
import kongo.violation.Revision;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.pekko.Done;

/** Publishes revisions of violations to their Kafka topic. */
public final class KafkaViolations implements ViolationPublisher, AutoCloseable {

  private final String topic;
  private final KafkaOutput output;
  private final IngestMetrics metrics;

  private KafkaViolations(String topic, KafkaOutput output, IngestMetrics metrics) {
    this.topic = topic;
    this.output = output;
    this.metrics = metrics;
  }

  public static KafkaViolations start(IngestSettings settings, IngestMetrics metrics) {
    KafkaOutput output = KafkaOutput.start("kongo-violations", settings);
    return new KafkaViolations(settings.topics().violations(), output, metrics);
  }

  @Override
  public CompletionStage<Done> publish(List<Revision> revisions) {
    List<ProducerRecord<byte[], byte[]>> records = revisions.stream().map(this::record).toList();
    return output.send(records).whenComplete((done, problem) -> {
      if (problem == null) {
        revisions.forEach(this::measure);
      }
    });
  }

  @Override
  public void close() {
    output.close();
  }

  private ProducerRecord<byte[], byte[]> record(Revision revision) {
    byte[] key = KafkaOutput.utf8(revision.violation().id());
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, ViolationJson.encode(revision));
    CauseHeaders.write(revision.cause(), record.headers());
    return record;
  }

  private void measure(Revision revision) {
    metrics.published(Duration.ofMillis(System.currentTimeMillis() - revision.cause().timestamp()));
  }
}
