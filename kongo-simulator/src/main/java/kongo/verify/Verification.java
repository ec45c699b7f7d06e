package kongo.verify;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kongo.kafka.TopicReader;
import kongo.violation.Violation;
import org.apache.kafka.clients.admin.Admin;

/** Compares everything published with what the reference makes of everything sent in. Reads Kafka only. */
public final class Verification {

  private Verification() {}

  /** @param progress takes a line now and then */
  public static Verdict run(VerifySettings settings, Consumer<String> progress)
      throws InterruptedException, ExecutionException {
    try (TopicReader reader = new TopicReader(settings.client());
        Admin admin = Admin.create(new TreeMap<>(settings.client()))) {
      long unread = new Rest(settings, reader, admin, progress).await();
      DeadLetterLog deadLetters = new DeadLetterLog();
      reader.read(settings.topics().deadLetters(), deadLetters::found);
      InputLog inputs = new InputLog(settings, deadLetters);
      inputs.read(reader);
      progress.accept("judging %,d records".formatted(inputs.records()));
      SortedMap<String, Violation> expected = inputs.violations();
      ViolationLog published = new ViolationLog(expected);
      reader.read(settings.topics().violations(), published::read);
      StaysLog stays = new StaysLog();
      reader.read(settings.topics().stays(), stays::read);
      return verdict(unread, inputs, expected, published, stays, deadLetters);
    }
  }

  /** Waits until the engine is at rest; the records that it had not committed when the wait was over, 0 at rest. */
  public static long awaitRest(VerifySettings settings, Consumer<String> progress)
      throws InterruptedException, ExecutionException {
    try (TopicReader reader = new TopicReader(settings.client());
        Admin admin = Admin.create(new TreeMap<>(settings.client()))) {
      return new Rest(settings, reader, admin, progress).await();
    }
  }

  private static Verdict verdict(
      long unread, InputLog inputs, SortedMap<String, Violation> expected, ViolationLog published,
      StaysLog stays, DeadLetterLog deadLetters) {
    SortedMap<String, Violation> observed = published.finalSet();
    Compared compared = Compared.of(expected, observed, inputs.horizons());
    return new Verdict(
        inputs.records(),
        inputs.duplicates(),
        unread,
        expected,
        observed,
        compared.closed(),
        Difference.between(compared.expected(), compared.observed()),
        published.records(),
        published.repeated(),
        published.delays(),
        published.corrections(),
        StaysDifference.between(inputs.stays(), stays.known()),
        Stream.of(published.contradictions(), stays.contradictions()).flatMap(List::stream).toList(),
        deadLetters.expectedCount(),
        deadLetters.excluded(),
        deadLetters.differences());
  }
}
