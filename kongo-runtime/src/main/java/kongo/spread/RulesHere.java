package kongo.spread;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import kongo.entity.BookNews;
import kongo.goods.GoodsLaw;
import kongo.goods.GoodsLaws;
import kongo.location.RuleVersions;
import kongo.rules.OfEachVersion;
import kongo.rules.RuleBook;
import kongo.rules.RuleHistory;
import kongo.violation.Cause;

/**
 * The rule books that this node knows, and which entities begin here: whoever tells everybody of a book finds those only who
 * have journaled something. Any thread may ask and tell.
 */
public final class RulesHere implements GoodsLaws {

  /** Some that no Goods is judged by: a recovery goes through all that its Goods has ever taken. */
  private static final int KEPT = 16;

  private final RuleVersions versions;
  private final OfEachVersion<GoodsLaw> laws = new OfEachVersion<>(KEPT, version -> GoodsLaw.of(this.history.upTo(version)));
  private final NavigableMap<Long, Cause> causes = new ConcurrentSkipListMap<>();
  private final Map<String, Long> births = new ConcurrentHashMap<>();
  private volatile RuleHistory history;
  private volatile GoodsLaw newest;

  /** @param configured the book that the nodes were configured with */
  public RulesHere(RuleBook configured) {
    this(new RuleVersions(RuleHistory.of(configured)), RuleHistory.of(configured));
  }

  /** @param versions of this history */
  public RulesHere(RuleVersions versions, RuleHistory history) {
    this.versions = versions;
    this.history = history;
    this.newest = laws.of(history.version());
  }

  /**
   * The next book of the topic; one that was taken before is no news, whatever came since.
   *
   * @param from event time from which on it holds
   */
  public synchronized void take(long offset, long from, RuleBook book, Cause cause) {
    if (offset > history.version()) {
      RuleHistory longer = history.and(offset, from, book);
      causes.put(offset, cause);
      history = longer;
      newest = laws.of(offset);
      versions.take(longer);
    }
  }

  public RuleHistory history() {
    return history;
  }

  /** What Locations here judge by. */
  public RuleVersions versions() {
    return versions;
  }

  /** The record of each version but the configured one. */
  public NavigableMap<Long, Cause> causes() {
    return causes;
  }

  /** The first version that is newer than this one. */
  public OptionalLong firstAfter(long version) {
    return Optional.ofNullable(causes.higherKey(version)).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /** The versions after one and before another. */
  LongStream between(long earlier, long later) {
    return causes.subMap(earlier, false, later, false).keySet().stream().mapToLong(Long::longValue);
  }

  /** Empty while there is none but the configured one. */
  public Optional<BookNews.Newest> newestSent() {
    long current = versions.current();
    return Optional.ofNullable(causes.get(current)).map(cause -> new BookNews.Newest(current, cause));
  }

  @Override
  public GoodsLaw newest() {
    return newest;
  }

  @Override
  public GoodsLaw of(long version) {
    return laws.of(version);
  }

  /** An entity may begin, and with the version that is current now; {@link #hasBegun} follows. */
  public void begins(String persistenceId) {
    births.putIfAbsent(persistenceId, versions.current());
  }

  /** It is in the journal, or does not begin after all. */
  public void hasBegun(String persistenceId) {
    births.remove(persistenceId);
  }

  /** Whether this version is known here, and no entity begins that does not know it. */
  public boolean knows(long version) {
    return versions.current() >= version && births.values().stream().allMatch(with -> with >= version);
  }
}
