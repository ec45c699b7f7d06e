package kongo.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kongo.local.LocalFailure;
import kongo.protocol.RuleBookRecord;
import kongo.protocol.Topics;
import kongo.replay.Journal;
import kongo.replay.JournalSettings;
import kongo.rules.RuleBook;
import kongo.simulator.BookSender;
import kongo.spread.Spreading;

/** Sends rule books, and sees when everybody has taken them. */
final class SpreadWatch implements AutoCloseable {

  private static final String KEYSPACE = "kongo";
  private static final long POLL_MILLIS = 50;
  private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private final BenchCluster cluster;
  private final Duration patience;
  private final Consumer<String> say;
  private final Journal journal;
  private final BookSender sender;
  private final long locations;

  private SpreadWatch(BenchCluster cluster, Duration patience, Consumer<String> say, Journal journal) {
    this.cluster = cluster;
    this.patience = patience;
    this.say = say;
    this.journal = journal;
    this.sender = new BookSender(Map.of("bootstrap.servers", cluster.bootstrap()), Topics.DEFAULT.rules());
    this.locations = journal.locations();
  }

  /** When all Locations are there that will be. */
  static SpreadWatch of(BenchCluster cluster, Duration patience, Consumer<String> say) {
    var cassandra = cluster.stores().cassandra();
    return new SpreadWatch(
        cluster, patience, say, Journal.open(new JournalSettings(cassandra.contactPoint(), cassandra.datacenter(), KEYSPACE, Optional.empty())));
  }

  long locations() {
    return locations;
  }

  /**
   * What one book takes from the moment at which it is sent until everybody knows it, and what all the rest takes beside it.
   *
   * @param from event time from which on it holds
   */
  SpreadCost spread(RuleBook book, long from) throws InterruptedException {
    double revisions = Scrape.of(cluster.nodes()).byRules();
    CpuTimes before = CpuTimes.of(cluster.processes());
    long begin = System.nanoTime();
    long version = sender.send(new RuleBookRecord(from, book, "bench", ""));
    awaitKnown(version, begin);
    double seconds = (System.nanoTime() - begin) / SECOND;
    CpuTimes cpu = CpuTimes.of(cluster.processes()).since(before);
    return new SpreadCost(seconds, Scrape.of(cluster.nodes()).byRules() - revisions, cpu.engine(), cpu.total(), locations);
  }

  private void awaitKnown(long version, long begin) throws InterruptedException {
    long nextTold = begin + TELL_NANOS;
    Optional<Spreading> now = now();
    while (now.map(Spreading::completed).orElse(-1L) < version) {
      if (System.nanoTime() - begin > patience.toNanos() || now.map(state -> !state.failed().isEmpty()).orElse(false)) {
        throw new LocalFailure("Not everybody has taken the rule book within %s: %s".formatted(patience, now));
      }
      if (System.nanoTime() > nextTold) {
        nextTold += TELL_NANOS;
        say.accept("%,d of %,d Locations have taken the rule book, after %.0f s".formatted(
            now.filter(state -> state.target() == version).map(Spreading::done).orElse(0L), locations, (System.nanoTime() - begin) / SECOND));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      now = now();
    }
  }

  private Optional<Spreading> now() {
    return journal.spreading(Topics.DEFAULT.rules());
  }

  @Override
  public void close() {
    sender.close();
    journal.close();
  }
}
