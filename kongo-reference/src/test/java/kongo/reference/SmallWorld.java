package kongo.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import kongo.goods.Stay;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.violation.Violation;

/**
 * A rule book and the logs of a few Goods and Locations.
 *
 * @param book the configured one, before all that are sent
 * @param records in the order in which they were sent; those of one partition by ascending offset
 * @param maxSeries so many a Location may have
 * @param profileBytes so much may be known of an id
 */
public record SmallWorld(long seed, RuleBook book, Duration retention, List<LogRecord> records, int maxSeries, int profileBytes) {

  /** One in which as much may be known of an id as usual. */
  public SmallWorld(long seed, RuleBook book, Duration retention, List<LogRecord> records, int maxSeries) {
    this(seed, book, retention, records, maxSeries, Acceptance.DEFAULT_PROFILE_BYTES);
  }

  private record Source(InputTopic topic, int partition) {}

  /** The logs: the records of each partition by ascending offset. */
  public List<List<LogRecord>> partitions() {
    Map<Source, List<LogRecord>> partitions = new LinkedHashMap<>();
    records.forEach(r -> partitions.computeIfAbsent(sourceOf(r), source -> new ArrayList<>()).add(r));
    return List.copyOf(partitions.values());
  }

  private static Source sourceOf(LogRecord logRecord) {
    return new Source(logRecord.topic(), logRecord.partition());
  }

  /** The same with these records only. */
  public SmallWorld with(Collection<LogRecord> some) {
    return new SmallWorld(seed, book, retention, List.copyOf(some), maxSeries, profileBytes);
  }

  /** All records in an order in which a consumer may see them. */
  public List<LogRecord> interleaved(Random random) {
    List<List<LogRecord>> rest = new ArrayList<>();
    partitions().forEach(partition -> rest.add(new ArrayList<>(partition)));
    List<LogRecord> interleaved = new ArrayList<>();
    while (!rest.isEmpty()) {
      List<LogRecord> partition = rest.get(random.nextInt(rest.size()));
      interleaved.add(partition.remove(0));
      rest.removeIf(Collection::isEmpty);
    }
    return interleaved;
  }

  /** The same, judged by this book. */
  public SmallWorld with(RuleBook other) {
    return new SmallWorld(seed, other, retention, records, maxSeries, profileBytes);
  }

  /** All its books: the one that the nodes are configured with, and those that are sent. */
  public RuleHistory history() {
    RuleHistory history = RuleHistory.of(book);
    for (LogRecord one : records) {
      history = one instanceof LogRecord.OfBook sent ? history.and(sent.offset(), sent.from(), sent.book()) : history;
    }
    return history;
  }

  /** What of it is accepted and refused. */
  public Acceptance acceptance() {
    Acceptance acceptance = new Acceptance(retention, maxSeries, profileBytes);
    records.forEach(r -> r.offerTo(acceptance));
    return acceptance;
  }

  /** Where each Goods was, by the reference. */
  public SortedMap<String, List<Stay>> expectedStays() {
    return Reference.stays(history(), acceptance().accepted());
  }

  /** The final set by the reference. */
  public SortedMap<String, Violation> expected() {
    return Reference.violations(history(), acceptance().accepted());
  }
}
