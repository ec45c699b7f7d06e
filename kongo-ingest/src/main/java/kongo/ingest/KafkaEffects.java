package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import kongo.actors.EffectPublisher;
import kongo.effect.Effect;
import kongo.goods.StaysChanged;
import kongo.goods.ViolationRevised;
import kongo.kafka.ProducerThread;
import kongo.protocol.CauseHeaders;
import kongo.protocol.StaysJson;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.violation.Cause;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.pekko.Done;

/** Publishes each effect to the Kafka topic of its kind. */
public final class KafkaEffects implements EffectPublisher, AutoCloseable {

  private final Topics topics;
  private final ProducerThread output;
  private final IngestMetrics metrics;

  private KafkaEffects(Topics topics, ProducerThread output, IngestMetrics metrics) {
    this.topics = topics;
    this.output = output;
    this.metrics = metrics;
  }

  public static KafkaEffects start(IngestSettings settings, IngestMetrics metrics) {
    ProducerThread output = ProducerThread.start("kongo-effects", settings.producers());
    return new KafkaEffects(settings.topics(), output, metrics);
  }

  @Override
  public CompletionStage<Done> publish(List<Effect> effects) {
    List<ProducerRecord<byte[], byte[]>> records = effects.stream().map(this::record).toList();
    return output.send(records).thenApply(acknowledged -> {
      ViolationRevised.among(effects).forEach(revision -> measure(revision.cause()));
      return Done.getInstance();
    });
  }

  @Override
  public void close() {
    output.close();
  }

  private ProducerRecord<byte[], byte[]> record(Effect effect) {
    ProducerRecord<byte[], byte[]> record = toTopicOfItsKind(effect);
    CauseHeaders.write(effect.cause(), record.headers());
    return record;
  }

  private ProducerRecord<byte[], byte[]> toTopicOfItsKind(Effect effect) {
    if (effect instanceof ViolationRevised revised) {
      byte[] key = ProducerThread.utf8(revised.revision().violation().id());
      return new ProducerRecord<>(topics.violations(), key, ViolationJson.encode(revised.revision()));
    }
    if (effect instanceof StaysChanged changed) {
      return new ProducerRecord<>(topics.stays(), ProducerThread.utf8(changed.goods()), StaysJson.encode(changed));
    }
    throw new IllegalStateException("No topic is known for " + effect);
  }

  /** What a rule book changes comes when its Location is told of it, and nobody waits for it. */
  private void measure(Cause cause) {
    if (cause.topic().equals(topics.rules())) {
      metrics.corrected(1);
    } else {
      metrics.published(Duration.ofMillis(System.currentTimeMillis() - cause.timestamp()));
    }
  }
}
