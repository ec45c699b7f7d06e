package kongo.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.protocol.DeadLetterHeaders;
import kongo.protocol.Reason;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.pattern.Patterns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where records go that cannot be used: as they came, with the reason. */
final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * One record that is refused.
   *
   * @param detail a sentence for people, may be empty
   */
  record Letter(ConsumerRecord<byte[], byte[]> record, Reason reason, String detail) {}

  private final ActorSystem<?> system;
  private final String topic;
  private final KafkaOutput output;
  private final IngestMetrics metrics;

  DeadLetters(ActorSystem<?> system, String topic, KafkaOutput output, IngestMetrics metrics) {
    this.system = system;
    this.topic = topic;
    this.output = output;
    this.metrics = metrics;
  }

  /** Completes when all are acknowledged, however long that takes; fails with {@link Abandoned} only. */
  CompletionStage<Done> bury(Lane lane, List<Letter> letters) {
    if (letters.isEmpty()) {
      return CompletableFuture.completedFuture(Done.getInstance());
    }
    return send(lane, letters.stream().map(this::toKafka).toList()).thenApply(done -> {
      letters.forEach(letter -> metrics.deadLetter(lane.topic(), letter.reason()));
      return done;
    });
  }

  private CompletionStage<Done> send(Lane lane, List<ProducerRecord<byte[], byte[]>> letters) {
    if (lane.isAbandoned()) {
      return CompletableFuture.failedFuture(new Abandoned(lane));
    }
    return output.send(letters).exceptionallyCompose(problem -> {
      LOG.warn("Dead letters of {} cannot be written yet, trying again: {}", lane, problem.toString());
      return Patterns.after(PAUSE, system, () -> send(lane, letters));
    });
  }

  private ProducerRecord<byte[], byte[]> toKafka(Letter letter) {
    ConsumerRecord<byte[], byte[]> record = letter.record();
    ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topic, record.key(), record.value());
    new DeadLetterHeaders(
            letter.reason(), letter.detail(), record.topic(), record.partition(), record.offset())
        .write(copy.headers());
    return copy;
  }
}
