package kongo.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kongo.kafka.TopicReader;
import kongo.protocol.CauseHeaders;
import kongo.protocol.RuleBookRecord;
import kongo.protocol.Topics;
import kongo.protocol.ViolationJson;
import kongo.replay.Journal;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.simulator.BookSender;
import kongo.spread.Spreading;
import kongo.violation.Cause;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The rule books that a story sends, how far they come, and what they change; used by the thread of the drill. */
final class SpreadBooks implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final double SECOND = 1_000;

  private final Stage stage;
  private final BookSender sender;
  private final Journal journal;
  private final Map<Long, Sent> sent = new TreeMap<>();
  private final Set<String> failed = new HashSet<>();

  private static final class Sent {
    private final long from;
    private final long at = System.currentTimeMillis();
    private long knownAt;
    private int revisions;
    private final Set<String> violations = new HashSet<>();

    private Sent(long from) {
      this.from = from;
    }
  }

  private SpreadBooks(Stage stage, BookSender sender, Journal journal) {
    this.stage = stage;
    this.sender = sender;
    this.journal = journal;
  }

  static SpreadBooks of(Stage stage) {
    Journal journal = Books.open(stage.cluster().stores());
    return new SpreadBooks(stage, new BookSender(Map.of("bootstrap.servers", stage.cluster().bootstrap()), Topics.DEFAULT.rules()), journal);
  }

  /** @param from event time from which on it holds; answers its version */
  long send(RuleBook book, long from) throws InterruptedException {
    long version = sender.send(new RuleBookRecord(from, book, "drill", ""));
    sent.put(version, new Sent(from));
    stage.say("rule book of version %d is sent, from %s on".formatted(version, Instant.ofEpochMilli(from)));
    return version;
  }

  /** How far they are, as it is kept so that a crash resumes. */
  Spreading now() {
    Spreading now = journal.spreading(Topics.DEFAULT.rules()).orElse(Spreading.none(RuleHistory.CONFIGURED));
    sent.forEach((version, book) -> {
      if (book.knownAt == 0 && now.completed() >= version) {
        book.knownAt = System.currentTimeMillis();
      }
    });
    now.failed().forEach((entity, cause) -> {
      if (failed.add(entity)) {
        stage.finding("%s could not take the rule books of version %d: %s".formatted(entity, now.target(), cause));
      }
    });
    return now;
  }

  /** Lets time go by. */
  void watch(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      now();
      stage.pause(POLL);
    }
  }

  /** Returns when everybody knows a version; that they do not in time is a finding. */
  void awaitKnown(long version, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    Spreading now = now();
    while (now.completed() < version && System.nanoTime() < end) {
      stage.pause(POLL);
      now = now();
    }
    if (now.completed() < version) {
      stage.finding("the rule books of version %d were not known to all within %d s: %s".formatted(version, longest.toSeconds(), now));
    }
  }

  /** How many Locations have a journal. */
  long locations() {
    return journal.locations();
  }

  /** When all is published: what came of each book. That none of them changed anything is a finding, since then it proves nothing. */
  void tell() {
    try (TopicReader reader = new TopicReader(Map.of("bootstrap.servers", stage.cluster().bootstrap()))) {
      reader.read(Topics.DEFAULT.violations(), this::count);
    }
    sent.forEach((version, book) -> stage.figure(words(version, book)));
    if (sent.values().stream().allMatch(book -> book.revisions == 0)) {
      stage.finding("no rule book changed any violation: this proves nothing");
    }
  }

  private void count(ConsumerRecord<byte[], byte[]> record) {
    Cause cause = CauseHeaders.read(record.headers());
    if (cause.topic().equals(Topics.DEFAULT.rules()) && sent.containsKey(cause.offset())) {
      Sent book = sent.get(cause.offset());
      book.revisions++;
      book.violations.add(ViolationJson.decode(record.value()).violation().id());
    }
  }

  private static String words(long version, Sent book) {
    String known = book.knownAt == 0 ? "not known to all" : String.format(Locale.ROOT, "known to all within %.1f s", (book.knownAt - book.at) / SECOND);
    return "rule book of version %d, from %s on: %s; %,d revisions of %,d violations".formatted(
        version, Instant.ofEpochMilli(book.from), known, book.revisions, book.violations.size());
  }

  @Override
  public void close() {
    sender.close();
    journal.close();
  }
}
