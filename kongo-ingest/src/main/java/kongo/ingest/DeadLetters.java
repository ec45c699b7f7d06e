package kongo.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kongo.kafka.KeepLimits;
import kongo.protocol.Reason;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.pekko.Done;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where records go that cannot be used: as they came, with the reason; cut if the topic does not take so much. */
final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  /**
   * One record that is refused.
   *
   * @param detail a sentence for people, may be empty
   */
  record Letter(ConsumerRecord<byte[], byte[]> record, Reason reason, String detail) {}

  /** Writes records; completes with what became of each: empty if it is acknowledged. */
  @FunctionalInterface
  interface Output {
    CompletionStage<List<Optional<Throwable>>> send(List<ProducerRecord<byte[], byte[]>> records);
  }

  private final String topic;
  private final Output output;
  private final KeepLimits limits;
  private final Duration pause;
  private final IngestMetrics metrics;

  /** @param pause before letters are written again that could not be written */
  DeadLetters(
      String topic, Output output, KeepLimits limits, Duration pause, IngestMetrics metrics) {
    this.topic = topic;
    this.output = output;
    this.limits = limits;
    this.pause = pause;
    this.metrics = metrics;
  }

  /**
   * Completes when all are acknowledged, however long that takes, but for those that the topic never takes, since even
   * without their record they are too large; fails with {@link Abandoned} only.
   */
  CompletionStage<Done> bury(Lane lane, List<Letter> letters) {
    if (letters.isEmpty()) {
      return CompletableFuture.completedFuture(Done.getInstance());
    }
    return send(lane, letters.stream().map(this::whole).toList()).thenApply(done -> {
      letters.forEach(letter -> metrics.deadLetter(lane.topic(), letter.reason()));
      return done;
    });
  }

  private Burial whole(Letter letter) {
    return new Burial(letter, limits.wholeBytes(), limits.headerBytes());
  }

  private CompletionStage<Done> send(Lane lane, List<Burial> burials) {
    if (lane.isAbandoned()) {
      return CompletableFuture.failedFuture(new Abandoned(lane));
    }
    return output.send(burials.stream().map(burial -> burial.record(topic)).toList())
        .exceptionally(problem -> burials.stream().map(each -> Optional.of(problem)).toList())
        .thenCompose(problems -> sendLeft(lane, burials, problems));
  }

  /** Only those that are not written yet; what is too large with less of its record, since it would never be taken. */
  private CompletionStage<Done> sendLeft(Lane lane, List<Burial> burials, List<Optional<Throwable>> problems) {
    List<Burial> left = new ArrayList<>();
    Optional<Throwable> trouble = Optional.empty();
    for (int i = 0; i < burials.size(); i++) {
      Optional<Throwable> problem = problems.get(i);
      Burial burial = burials.get(i);
      if (problem.filter(DeadLetters::isTooLarge).isPresent()) {
        burial.smaller().ifPresentOrElse(left::add, () -> giveUp(burial.letter()));
      } else if (problem.isPresent()) {
        left.add(burial);
        trouble = problem;
      }
    }
    return left.isEmpty() ? CompletableFuture.completedFuture(Done.getInstance()) : sendLater(lane, left, trouble);
  }

  /** The record itself is still where it came from. */
  private void giveUp(Letter letter) {
    ConsumerRecord<byte[], byte[]> record = letter.record();
    LOG.error(
        "The dead letter of record {} of {}-{} ({}) is larger than {} takes, even without its record: it is not written. Raise max.message.bytes of {}",
        record.offset(), record.topic(), record.partition(), letter.reason().header(), topic, topic);
    metrics.deadLetterNotTaken(record.topic());
  }

  private CompletionStage<Done> sendLater(Lane lane, List<Burial> left, Optional<Throwable> trouble) {
    if (trouble.isEmpty()) {
      return send(lane, left);
    }
    LOG.warn("{} dead letters of {} cannot be written yet, trying again: {}", left.size(), lane, trouble.get().toString());
    return lane.backoff().after(pause, () -> send(lane, left));
  }

  /** Trying the same again would never help. */
  private static boolean isTooLarge(Throwable problem) {
    return Failures.cause(problem) instanceof RecordTooLargeException;
  }
}
