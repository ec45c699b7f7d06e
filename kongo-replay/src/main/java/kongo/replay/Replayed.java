package kongo.replay;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kongo.reference.Horizons;
import kongo.reference.LateBeginnings;
import kongo.violation.Violation;

/**
 * What the journals alone say.
 *
 * @param violations the final set under each rule book that was asked for
 * @param goods ids that the journals know moves or registry records of
 * @param completeFrom event time in milliseconds: of what began before it rows are deleted; {@link #ALL} if none are
 * @param horizons from when on what was published has to be the same
 * @param time that it took
 */
public record Replayed(
    List<SortedMap<String, Violation>> violations,
    long goods,
    long locations,
    long readings,
    long rows,
    JournalFaults faults,
    long completeFrom,
    Horizons horizons,
    Duration time) {

  public static final long ALL = Long.MIN_VALUE;

  /** Of a final set what the journals know everything about. */
  public SortedMap<String, Violation> complete(SortedMap<String, Violation> set) {
    SortedMap<String, Violation> kept = new TreeMap<>(set);
    kept.values().removeIf(one -> one.from() < completeFrom);
    return kept;
  }

  /** Of a final set what has to be the same in one that was published. */
  public SortedMap<String, Violation> comparable(SortedMap<String, Violation> set) {
    SortedMap<String, Violation> kept = complete(set);
    kept.values().removeIf(one -> !horizons.beganSince(one));
    return kept;
  }

  /**
   * The same of one that was published: without what is left of violations that began before the horizon.
   *
   * @param rebuilt everything that the journals say
   */
  public SortedMap<String, Violation> comparable(SortedMap<String, Violation> published, SortedMap<String, Violation> rebuilt) {
    LateBeginnings late = new LateBeginnings(horizons, rebuilt.values());
    SortedMap<String, Violation> kept = comparable(published);
    kept.values().removeIf(late::has);
    return kept;
  }

  public double readingsPerSecond() {
    return readings / Math.max(1e-3, time.toMillis() / 1e3);
  }
}
