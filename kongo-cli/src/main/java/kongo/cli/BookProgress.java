package kongo.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import kongo.kafka.TopicReader;
import kongo.protocol.CauseHeaders;
import kongo.protocol.PublishedViolation;
import kongo.protocol.ViolationJson;
import kongo.replay.Journal;
import kongo.spread.Spreading;
import kongo.violation.Cause;
import kongo.violation.Status;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Waits until everybody has taken a rule book, says how far it is, and what came of it. */
final class BookProgress {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Journal journal;
  private final SentBooks books;
  private final PrintWriter out;
  private final Map<Status, Integer> revisions = new EnumMap<>(Status.class);
  private final Set<String> seen = new HashSet<>();
  private String told = "";

  BookProgress(Journal journal, SentBooks books, PrintWriter out) {
    this.journal = journal;
    this.books = books;
    this.out = out;
  }

  void await(long version) throws InterruptedException {
    long locations = journal.locations();
    Optional<Spreading> spreading = journal.spreading(books.topic());
    while (spreading.map(Spreading::completed).orElse(-1L) < version) {
      tell(spreading.map(state -> words(state, version, locations)).orElse("No node has begun to spread it yet."));
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
      spreading = journal.spreading(books.topic());
    }
    tellRevisions(version);
  }

  private static String words(Spreading state, long version, long locations) {
    if (state.target() < version) {
      return "It waits for all nodes to know it.";
    }
    String failed = state.failed().isEmpty() ? "" : "; %d cannot take it now: %s".formatted(
        state.failed().size(), state.failed().firstKey() + ": " + state.failed().get(state.failed().firstKey()));
    return state.goods()
        ? "%,d have taken it, of %,d Locations and the Goods%s".formatted(state.done(), locations, failed)
        // some may have begun meanwhile
        : "%,d have taken it, of %,d Locations%s".formatted(state.done(), Math.max(locations, state.done()), failed);
  }

  private void tell(String words) {
    if (!words.equals(told)) {
      told = words;
      out.println(words);
      out.flush();
    }
  }

  private void tellRevisions(long version) {
    try (TopicReader reader = new TopicReader(books.kafka().client(books.data(), books.settings()))) {
      reader.read(books.settings().node().kafka().topics().violations(), each -> count(each, version));
    }
    out.printf("Everybody has taken it. It changed %,d violations: %,d are open, %,d closed, %,d retracted.%n",
        seen.size(), of(Status.OPEN), of(Status.CLOSED), of(Status.RETRACTED));
  }

  private int of(Status status) {
    return revisions.getOrDefault(status, 0);
  }

  private void count(ConsumerRecord<byte[], byte[]> record, long version) {
    Cause cause = CauseHeaders.read(record.headers());
    if (cause.topic().equals(books.topic()) && cause.offset() == version) {
      PublishedViolation published = ViolationJson.decode(record.value());
      if (seen.add(published.violation().id())) {
        revisions.merge(published.violation().status(), 1, Integer::sum);
      }
    }
  }
}
