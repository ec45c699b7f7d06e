package kongo.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kongo.doctor.finding.Counted;
import kongo.kafka.TopicReader;
import kongo.protocol.Feed;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads everything that was sent in, and says what may be amiss with it. Reads Kafka only. */
public final class Examination {

  /** What is looked for in moves and readings is known from what comes before. */
  private static final List<Feed> ORDER = List.of(Feed.REGISTRY, Feed.RFID, Feed.SENSORS);

  private final ExaminationSettings settings;
  private final Consumer<Supplier<String>> progress;
  private final Intake intake;

  private Examination(ExaminationSettings settings, Consumer<Supplier<String>> progress) {
    this.settings = settings;
    this.progress = progress;
    this.intake = new Intake(settings.books(), System.currentTimeMillis(), settings.eventTime(), settings.limits());
  }

  /**
   * Reads all that there is now.
   *
   * @param progress is told with each record how far it is
   * @throws kongo.kafka.MissingTopic if a topic is not there
   */
  public static Diagnosis run(ExaminationSettings settings, Consumer<Supplier<String>> progress) {
    try (TopicReader reader = new TopicReader(settings.client())) {
      return run(reader, settings, progress);
    }
  }

  /** The same by a reader that is there; its client settings count. */
  public static Diagnosis run(TopicReader reader, ExaminationSettings settings, Consumer<Supplier<String>> progress) {
    return new Examination(settings, progress).run(reader);
  }

  private Diagnosis run(TopicReader reader) {
    for (Feed feed : ORDER) {
      String topic = feed.topic(settings.topics());
      int partitions = reader.partitions(topic).size();
      Optional<Instant> since = feed == Feed.REGISTRY ? Optional.empty() : settings.since();
      read(reader, topic, since, record -> intake.take(feed, record, partitions));
    }
    read(reader, settings.topics().deadLetters(), settings.since(), intake::takeDeadLetter);
    return intake.diagnosis();
  }

  private void read(TopicReader reader, String topic, Optional<Instant> since, Consumer<ConsumerRecord<byte[], byte[]>> action) {
    Consumer<ConsumerRecord<byte[], byte[]>> told = record -> {
      action.accept(record);
      progress.accept(() -> "reading %s, %s so far".formatted(topic, Counted.RECORDS.of(intake.records())));
    };
    if (since.isPresent()) {
      reader.readSince(since.get().toEpochMilli(), topic, told);
    } else {
      reader.read(topic, told);
    }
  }
}
