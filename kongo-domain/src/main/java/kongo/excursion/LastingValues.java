package kongo.excursion;

/**
 * Values of which each holds until the next one. So a run has no gaps, and may be as long as the life of a Location: these
 * questions are answered without going through it.
 */
public interface LastingValues extends Values {

  /** Earliest time t of a value with {@code time < t <= notAfter} that does not break the band, or {@link #NONE}. */
  long nextKept(Band band, long time, long notAfter);

  /** Latest time t of a value with {@code notBefore <= t < time} that does not break the band, or {@link #NONE}. */
  long lastKept(Band band, long notBefore, long time);

  /** How many values there are with {@code after < t <= upTo}. */
  int count(long after, long upTo);

  /**
   * Of the values with {@code after < t <= upTo} and the one before them the first that is as far outside the band as any.
   *
   * @param first the one before them
   */
  double worst(Band band, double first, long after, long upTo);
}
