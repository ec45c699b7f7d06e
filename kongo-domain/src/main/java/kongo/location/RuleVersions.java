package kongo.location;

import java.util.Optional;
import java.util.function.Function;
import kongo.rules.OfEachVersion;
import kongo.rules.RuleHistory;

/**
 * The rules that a node knows, by version: a Location that is recovered judges what it judged by the rules that it knew then.
 * Locations share those of a version. Any thread may ask and tell.
 */
public final class RuleVersions {

  /** Some that nobody judges by: a recovery goes through all that its Location has ever heard of. */
  private static final int KEPT = 16;

  private final Optional<RuleIndex> only;
  private final OfEachVersion<RuleIndex> known;
  private volatile RuleHistory history;

  public RuleVersions(RuleHistory history) {
    this(history, RuleIndex::new);
  }

  /** @param indexes what judges by a history, so that a test can plant a fault */
  RuleVersions(RuleHistory history, Function<RuleHistory, RuleIndex> indexes) {
    this(history, Optional.empty(), indexes);
  }

  private RuleVersions(RuleHistory history, Optional<RuleIndex> only, Function<RuleHistory, RuleIndex> indexes) {
    this.history = history;
    this.only = only;
    this.known = new OfEachVersion<>(KEPT, version -> indexes.apply(this.history.upTo(version)));
  }

  /** Of one version only. */
  public static RuleVersions of(RuleIndex only) {
    return new RuleVersions(only.history(), Optional.of(only), RuleIndex::new);
  }

  /** There are more books than before; those that were known stay what they were. */
  public void take(RuleHistory longer) {
    history = longer;
  }

  /** The latest version. */
  public long current() {
    return history.version();
  }

  /**
   * The rules as of a version.
   *
   * @throws IllegalStateException if this node has not heard of it yet
   */
  public RuleIndex of(long version) {
    return only.filter(rules -> rules.version() == version).orElseGet(() -> known.of(version));
  }

  /** Those that a Location begins with, which nobody has told of a book yet. */
  RuleIndex configured() {
    return of(history.sent().get(0).offset());
  }
}
