package kongo.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kongo.protocol.PublishedViolation;
import kongo.protocol.RegistryRecord;
import kongo.protocol.RuleBookRecord;
import kongo.registry.GoodsProfile;
import kongo.registry.PlaceProfile;
import kongo.registry.Registration;
import kongo.violation.Kind;
import kongo.violation.Status;

/** The figures of a running Kongo, gathered from its topics; times are wall-clock milliseconds, given by the caller. */
final class LiveFigures {

  private static final int LATEST = 8;
  private static final int RATE_MILLIS = 5_000;

  /** Revisions remembered of violations, so that a repeated older one does not count; beyond it the eldest are forgotten. */
  private static final int REMEMBERED = 200_000;

  private final Map<String, Long> revisions = new Bounded(REMEMBERED);
  private final Map<String, Kind> open = new HashMap<>();
  private final Map<Kind, Long> seen = new EnumMap<>(Kind.class);
  private final Map<String, Registration> registry = new HashMap<>();
  private final Deque<String> latest = new ArrayDeque<>();
  private final Deque<long[]> inputs = new ArrayDeque<>();
  private final LatencyWindow latencies = new LatencyWindow();
  private long lag;
  private long books;

  /** Counts a revision, unless it or a higher one of its violation has been counted; whether it was counted. */
  boolean violation(PublishedViolation published) {
    var violation = published.violation();
    var known = revisions.get(violation.id());
    if (known != null && known >= published.revision()) {
      return false;
    }
    revisions.put(violation.id(), published.revision());
    if (known == null) {
      seen.merge(violation.kind(), 1L, Long::sum);
    }
    if (violation.status() == Status.OPEN) {
      open.put(violation.id(), violation.kind());
    } else {
      open.remove(violation.id());
    }
    news(ViolationWords.of(violation, categories(violation.goods())));
    return true;
  }

  /** A rule book was sent. */
  void book(long version, RuleBookRecord book) {
    books++;
    var comment = book.comment().isEmpty() ? "" : ": " + Printable.of(book.comment());
    news("rules: version %d holds from %s on%s".formatted(version, RulesListCommand.from(book.from()), comment));
  }

  private void news(String sentence) {
    latest.addFirst(sentence);
    if (latest.size() > LATEST) {
      latest.removeLast();
    }
  }

  void latency(long latencyMillis, long nowMillis) {
    latencies.record(latencyMillis, nowMillis);
  }

  void registered(RegistryRecord record) {
    registry.put(record.id(), record.registration());
  }

  /** How many input records there are in all, from which the rate follows. */
  void input(long records, long nowMillis) {
    inputs.addLast(new long[] {nowMillis, records});
    while (inputs.size() > 2 && inputs.getFirst()[0] < nowMillis - RATE_MILLIS) {
      inputs.removeFirst();
    }
  }

  /** Input records that are not committed yet. */
  void lag(long records) {
    // Ends and commits are read one after the other, so their difference can be below nothing.
    lag = Math.max(0, records);
  }

  long inputRecords() {
    return inputs.isEmpty() ? 0 : inputs.getLast()[1];
  }

  long inputPerSecond() {
    if (inputs.size() < 2) {
      return 0;
    }
    long millis = inputs.getLast()[0] - inputs.getFirst()[0];
    return millis == 0 ? 0 : Math.round((inputs.getLast()[1] - inputs.getFirst()[1]) * 1000.0 / millis);
  }

  long open(Kind kind) {
    return open.values().stream().filter(each -> each == kind).count();
  }

  /** Violations of this kind ever seen, whatever became of them. */
  long seen(Kind kind) {
    return seen.getOrDefault(kind, 0L);
  }

  long goods() {
    return registry.values().stream().filter(GoodsProfile.class::isInstance).count();
  }

  long locations() {
    return registry.values().stream().filter(PlaceProfile.class::isInstance).count();
  }

  /** Rule books that were sent. */
  long books() {
    return books;
  }

  long lag() {
    return lag;
  }

  /** In milliseconds over the last half minute, 0 if there was none. */
  long latencyPercentile(double percentile, long nowMillis) {
    return latencies.at(nowMillis).getValueAtPercentile(percentile);
  }

  /** The latest violations and rule books in words, the newest first. */
  List<String> latest() {
    return List.copyOf(latest);
  }

  private List<String> categories(String goods) {
    return goods != null && registry.get(goods) instanceof GoodsProfile profile ? profile.categories() : List.of();
  }

  /** Forgets what was put in first. */
  private static final class Bounded extends LinkedHashMap<String, Long> {
    private static final long serialVersionUID = 1;
    private final int limit;

    Bounded(int limit) {
      this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > limit;
    }
  }
}
