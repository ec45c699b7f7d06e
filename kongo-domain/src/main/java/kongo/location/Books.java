package kongo.location;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Up to where a Location has closed its books: what ended before that is not kept, and stays as it was published.
 *
 * @param horizon event time up to which they could be closed when they were last looked at
 * @param before event time before which they are closed: the horizon, or where the earliest excursion of a derived series
 *     begins that reaches beyond it; {@link #NEVER}: everything is kept
 * @param lived the derived metrics that had changed here before that; sorted
 */
public record Books(long horizon, long before, List<String> lived) {

  public static final long NEVER = Long.MIN_VALUE;

  static final Books OPEN = new Books(NEVER, NEVER, List.of());

  /** They are looked at when the horizon has come on by this part of what is kept. */
  private static final int PART = 8;

  /**
   * What has to be kept. Moves tell of time as readings do, but readings may lag behind them: by as much as is kept.
   *
   * @param newestReading {@link #NEVER} without a reading
   * @param newestStay latest beginning or end of a stay
   * @return {@link #NEVER}: everything
   */
  static long horizon(long newestReading, long newestStay, long keptMillis) {
    return minus(Math.max(newestReading, minus(newestStay, keptMillis)), keptMillis);
  }

  private static long minus(long time, long span) {
    return time < NEVER + span ? NEVER : time - span;
  }

  boolean isDue(long nowHorizon, long keptMillis) {
    return nowHorizon > 0 && (horizon == NEVER || nowHorizon - horizon >= keptMillis / PART);
  }

  /** Where these close if what reaches beyond the horizon began at {@code time}. */
  long closing(long nowHorizon, long time) {
    return Math.max(before, Math.min(time, nowHorizon));
  }

  Books closed(long nowHorizon, long time, Set<String> changed) {
    Set<String> all = new TreeSet<>(lived);
    all.addAll(changed);
    return new Books(nowHorizon, time, List.copyOf(all));
  }
}
